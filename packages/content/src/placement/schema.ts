import {PinIcon} from '@sanity/icons/Pin'
import {defineField, defineType} from 'sanity'
import {choice, line, moment, one} from '../values/fields.ts'
import {afterFrom, oneSubject} from '../values/rules.ts'

export const placementSchema = defineType({
  name: 'placement',
  title: 'Placement',
  type: 'document',
  icon: PinIcon,
  fields: [
    line({name: 'name', title: 'Name', description: 'For editors only.', required: true}),
    {
      ...one({name: 'subject', title: 'On one page', to: ['article', 'condition']}),
      validation: (rule) => rule.custom((_subject, {parent}) => oneSubject(parent)),
    },
    choice({
      name: 'subjectType',
      title: 'On all pages of a kind',
      description: 'Either one page or all of a kind.',
      options: {article: 'Articles', condition: 'Conditions'},
    }),
    one({name: 'callToAction', title: 'Call to action', to: ['callToAction'], required: true}),
    choice({name: 'position', title: 'Position', options: {articleEnd: 'End of the page'}, required: true}),
    defineField({
      name: 'publicId',
      title: 'Public id',
      description: 'Stands in links and reports; says nothing of the page. 8 to 12 small letters and digits.',
      type: 'string',
      initialValue: () => crypto.randomUUID().slice(0, 8),
      validation: (rule) => rule.required().regex(/^[a-z0-9]{8,12}$/, {name: 'public id'}),
    }),
    moment({name: 'from', title: 'From'}),
    defineField({
      name: 'until',
      title: 'Until',
      type: 'datetime',
      validation: (rule) => rule.custom((until, {parent}) => afterFrom(until, parent)),
    }),
  ],
  preview: {select: {title: 'name', subtitle: 'callToAction.name'}},
})
