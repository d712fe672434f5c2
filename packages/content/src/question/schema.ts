import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineField, defineType} from 'sanity'
import {line, many, paragraph} from '../values/fields.ts'
import {endsWithQuestionMark} from '../values/rules.ts'

export const questionSchema = defineType({
  name: 'question',
  title: 'Question',
  type: 'document',
  icon: HelpCircleIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Question',
      description: 'As a patient would ask it; at most 140 characters.',
      type: 'string',
      validation: (rule) => rule.required().max(140).custom(endsWithQuestionMark),
    }),
    paragraph({name: 'whyItHelps', title: 'Why it helps', required: true}),
    line({name: 'whenToAsk', title: 'When to ask', required: true}),
    line({name: 'topic', title: 'Topic', required: true}),
    many({name: 'conditions', title: 'Conditions', to: ['condition']}),
    many({name: 'treatmentClasses', title: 'Treatment classes', to: ['treatmentClass']}),
  ],
  preview: {select: {title: 'text', subtitle: 'topic'}},
})
