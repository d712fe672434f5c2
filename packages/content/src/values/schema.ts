import {CodeBlockIcon} from '@sanity/icons/CodeBlock'
import {ImageIcon} from '@sanity/icons/Image'
import {SearchIcon} from '@sanity/icons/Search'
import {defineField, defineType} from 'sanity'
import {day, line, yesNo} from './fields.ts'
import {describedUnlessDecorative} from './rules.ts'

const systems = ['ICD-10-CM', 'SNOMED CT', 'NCIt', 'RxNorm', 'LOINC', 'HGNC', 'MeSH']

export const codeSchema = defineType({
  name: 'code',
  title: 'Code',
  type: 'object',
  icon: CodeBlockIcon,
  fields: [
    defineField({
      name: 'system',
      title: 'Code system',
      type: 'string',
      options: {list: systems},
      validation: (rule) => rule.required(),
    }),
    line({name: 'code', title: 'Code', required: true}),
    line({name: 'display', title: 'Name', description: 'The name that goes with the code.', required: true}),
    day({name: 'checkedOn', title: 'Checked on', description: 'When someone last looked it up.'}),
  ],
  preview: {select: {title: 'display', subtitle: 'code'}},
})

export const figureSchema = defineType({
  name: 'figure',
  title: 'Picture',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'image',
      title: 'Picture',
      type: 'image',
      options: {hotspot: true},
      validation: (rule) => rule.required().assetRequired(),
    }),
    defineField({
      name: 'alt',
      title: 'Description',
      description: 'What someone needs to know who cannot see the picture.',
      type: 'string',
      validation: (rule) => rule.custom((alt, {parent}) => describedUnlessDecorative(alt, parent)),
    }),
    yesNo({name: 'decorative', title: 'Decorative', description: 'The picture says nothing of its own.'}),
    line({name: 'caption', title: 'Caption'}),
    line({name: 'credit', title: 'Credit', description: 'Who made the picture.'}),
    line({name: 'licence', title: 'Licence', description: 'By what right we show it.'}),
  ],
  preview: {select: {title: 'alt', subtitle: 'caption', media: 'image'}},
})

export const seoSchema = defineType({
  name: 'seo',
  title: 'Search engines',
  type: 'object',
  icon: SearchIcon,
  options: {collapsible: true, collapsed: true},
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'At most 60 characters.',
      type: 'string',
      validation: (rule) => rule.max(60),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: '120 to 155 characters.',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.min(120).max(155),
    }),
    yesNo({name: 'noindex', title: 'Keep out of search engines'}),
  ],
})
