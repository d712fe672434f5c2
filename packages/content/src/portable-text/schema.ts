import {BookIcon} from '@sanity/icons/Book'
import {CommentIcon} from '@sanity/icons/Comment'
import {HeartIcon} from '@sanity/icons/Heart'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {LinkIcon} from '@sanity/icons/Link'
import {ListIcon} from '@sanity/icons/List'
import {SearchIcon} from '@sanity/icons/Search'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choice, line, many, one, plainTextField} from '../values/fields.ts'
import {linksSayWhereTheyLead} from '../values/rules.ts'

const annotations = [
  {
    name: 'sourceOf',
    title: 'Source',
    type: 'object' as const,
    icon: BookIcon,
    fields: [one({name: 'source', title: 'Source', to: ['source'], required: true})],
  },
  {
    name: 'internalLink',
    title: 'Link to a page of ours',
    type: 'object' as const,
    icon: LinkIcon,
    fields: [
      one({
        name: 'target',
        title: 'Page',
        to: ['article', 'condition', 'biomarker', 'treatmentClass'],
        required: true,
      }),
    ],
  },
  {
    name: 'outsideLink',
    title: 'Link to another site',
    type: 'object' as const,
    icon: LinkIcon,
    fields: [
      defineField({
        name: 'href',
        title: 'Address',
        type: 'url',
        validation: (rule) => rule.required().uri({scheme: ['http', 'https', 'mailto', 'tel']}),
      }),
    ],
  },
]

const blockOf = (styles: {title: string; value: string}[]) =>
  defineArrayMember({
    type: 'block',
    styles,
    lists: [
      {title: 'Bullets', value: 'bullet'},
      {title: 'Numbers', value: 'number'},
    ],
    marks: {
      decorators: [
        {title: 'Strong', value: 'strong'},
        {title: 'Emphasis', value: 'em'},
      ],
      annotations,
    },
    validation: (rule) => rule.custom(linksSayWhereTheyLead),
  })

const paragraph = {title: 'Paragraph', value: 'normal'}

export const plainTextSchema = defineType({
  name: 'plainText',
  title: 'Text',
  type: 'array',
  of: [blockOf([paragraph])],
})

export const richTextSchema = defineType({
  name: 'richText',
  title: 'Text of an article',
  type: 'array',
  of: [
    blockOf([paragraph, {title: 'Heading', value: 'h2'}, {title: 'Smaller heading', value: 'h3'}]),
    defineArrayMember({type: 'callout'}),
    defineArrayMember({type: 'biomarkerMeaning'}),
    defineArrayMember({type: 'treatmentOptionList'}),
    defineArrayMember({type: 'questionList'}),
    defineArrayMember({type: 'supportResourceList'}),
    defineArrayMember({type: 'figure'}),
  ],
})

export const blockSchemas = [
  defineType({
    name: 'callout',
    title: 'Callout',
    type: 'object',
    icon: CommentIcon,
    fields: [
      choice({
        name: 'tone',
        title: 'Tone',
        options: {note: 'Note', important: 'Important'},
        required: true,
      }),
      line({name: 'title', title: 'Title'}),
      plainTextField({name: 'text', title: 'Text', required: true}),
    ],
    preview: {select: {title: 'title', subtitle: 'tone'}},
  }),
  defineType({
    name: 'biomarkerMeaning',
    title: 'What a biomarker means',
    type: 'object',
    icon: SearchIcon,
    fields: [
      one({name: 'biomarker', title: 'Biomarker', to: ['biomarker'], required: true}),
      line({
        name: 'result',
        title: 'Result',
        description: 'One of the biomarker’s results; all of them when empty.',
      }),
      line({name: 'heading', title: 'Heading'}),
    ],
    preview: {select: {title: 'biomarker.name', subtitle: 'result'}},
  }),
  defineType({
    name: 'treatmentOptionList',
    title: 'Treatment options of a condition',
    type: 'object',
    icon: ListIcon,
    fields: [
      one({
        name: 'condition',
        title: 'Condition',
        description: 'All its treatment options are shown.',
        to: ['condition'],
        required: true,
      }),
      line({name: 'title', title: 'Title'}),
    ],
    preview: {select: {title: 'title', subtitle: 'condition.name'}},
  }),
  defineType({
    name: 'questionList',
    title: 'Questions to ask',
    type: 'object',
    icon: HelpCircleIcon,
    fields: [
      line({name: 'title', title: 'Title'}),
      many({name: 'questions', title: 'Questions', to: ['question'], required: true}),
    ],
    preview: {select: {title: 'title', subtitle: 'questions.0.text'}},
  }),
  defineType({
    name: 'supportResourceList',
    title: 'Support resources',
    type: 'object',
    icon: HeartIcon,
    fields: [
      line({name: 'title', title: 'Title'}),
      many({name: 'resources', title: 'Resources', to: ['supportResource'], required: true}),
    ],
    preview: {select: {title: 'title', subtitle: 'resources.0.name'}},
  }),
]
