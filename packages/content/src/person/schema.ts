import {UserIcon} from '@sanity/icons/User'
import {defineType} from 'sanity'
import {line, paragraph, yesNo} from '../values/fields.ts'

export const personSchema = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  fields: [
    line({name: 'name', title: 'Name', required: true}),
    line({name: 'credentials', title: 'Credentials', description: 'For example MD, RN.'}),
    line({name: 'role', title: 'Role', required: true}),
    paragraph({name: 'bio', title: 'About'}),
    yesNo({name: 'sample', title: 'Sample', description: 'An invented person, for show.'}),
  ],
  preview: {select: {title: 'name', subtitle: 'role'}},
})
