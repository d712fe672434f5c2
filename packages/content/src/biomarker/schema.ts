import {SearchIcon} from '@sanity/icons/Search'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {
  choice,
  choices,
  codesField,
  languageField,
  line,
  many,
  paragraph,
  plainTextField,
  seoField,
  slugField,
  sourcesField,
} from '../values/fields.ts'

export const biomarkerResultSchema = defineType({
  name: 'biomarkerResult',
  title: 'Result',
  type: 'object',
  fields: [
    line({
      name: 'value',
      title: 'Result',
      description: 'As the report words it, for example HR-positive.',
      required: true,
    }),
    paragraph({
      name: 'meaning',
      title: 'Meaning',
      description: 'At most 20 words.',
      required: true,
      maxWords: 20,
    }),
    many({
      name: 'treatmentClasses',
      title: 'Treatment classes',
      description: 'What this result may open the way to.',
      to: ['treatmentClass'],
    }),
  ],
  preview: {select: {title: 'value', subtitle: 'meaning'}},
})

export const biomarkerSchema = defineType({
  name: 'biomarker',
  title: 'Biomarker',
  type: 'document',
  icon: SearchIcon,
  fields: [
    line({name: 'symbol', title: 'Symbol', description: 'For example HER2.', required: true}),
    line({name: 'name', title: 'Medical name', required: true}),
    line({name: 'plainName', title: 'Plain name', required: true}),
    slugField('symbol'),
    languageField,
    choice({
      name: 'kind',
      title: 'Kind',
      options: {receptor: 'Receptor', gene: 'Gene', protein: 'Protein', signature: 'Signature'},
      required: true,
    }),
    paragraph({name: 'summary', title: 'Summary', required: true}),
    defineField({
      name: 'results',
      title: 'Results',
      description: 'Every result a report can show.',
      type: 'array',
      of: [defineArrayMember({type: 'biomarkerResult'})],
      validation: (rule) => rule.required().min(1),
    }),
    choices({
      name: 'howTested',
      title: 'How it is tested',
      options: {tissue: 'Tissue', blood: 'Blood', inherited: 'Inherited (germline)'},
      required: true,
    }),
    line({name: 'howTestedNote', title: 'Note on testing'}),
    paragraph({name: 'whenToTest', title: 'When to test', required: true}),
    plainTextField({name: 'about', title: 'About it'}),
    sourcesField,
    codesField,
    seoField,
  ],
  preview: {select: {title: 'symbol', subtitle: 'plainName'}},
})
