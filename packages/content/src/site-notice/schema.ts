import {BellIcon} from '@sanity/icons/Bell'
import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'
import {embedded, moment, one} from '../values/fields.ts'
import {afterFrom, oneTarget, saysWhereItLeads, webAddressOrOwnPath} from '../values/rules.ts'

export const noticeLinkSchema = defineType({
  name: 'noticeLink',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Words of the link',
      type: 'string',
      validation: (rule) => rule.required().custom(saysWhereItLeads),
    }),
    {
      ...one({
        name: 'target',
        title: 'Page of ours',
        to: ['article', 'condition', 'biomarker', 'treatmentClass'],
      }),
      validation: (rule) => rule.custom((_target, {parent}) => oneTarget(parent)),
    },
    defineField({
      name: 'href',
      title: 'Other address',
      type: 'url',
      validation: (rule) =>
        rule.uri({scheme: ['http', 'https'], allowRelative: true}).custom(webAddressOrOwnPath),
    }),
  ],
})

export const siteNoticeSchema = defineType({
  name: 'siteNotice',
  title: 'Notice',
  type: 'document',
  icon: BellIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Text',
      description: 'At most 120 characters, at the top of every page.',
      type: 'string',
      validation: (rule) => rule.required().max(120),
    }),
    embedded({name: 'link', title: 'Link', type: 'noticeLink', required: true}),
    moment({name: 'from', title: 'From', required: true}),
    defineField({
      name: 'until',
      title: 'Until',
      type: 'datetime',
      validation: (rule) => rule.required().custom((until, {parent}) => afterFrom(until, parent)),
    }),
  ],
  preview: {select: {title: 'text', subtitle: 'until'}},
})
