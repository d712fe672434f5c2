import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {defineField, defineType} from 'sanity'
import {line} from '../values/fields.ts'

export const appProfileSchema = defineType({
  name: 'appProfile',
  title: 'App',
  type: 'document',
  icon: MobileDeviceIcon,
  fields: [
    line({name: 'name', title: 'Name', required: true}),
    defineField({
      name: 'appStoreId',
      title: 'App Store id',
      description: 'Digits only, without “id”.',
      type: 'string',
      validation: (rule) => rule.required().regex(/^\d+$/, {name: 'digits'}),
    }),
    line({
      name: 'playPackage',
      title: 'Google Play package',
      description: 'For example org.example.app.',
      required: true,
    }),
  ],
  preview: {select: {title: 'name', subtitle: 'playPackage'}},
})
