import {CaseIcon} from '@sanity/icons/Case'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {
  choices,
  codesField,
  languageField,
  line,
  lines,
  many,
  plainTextField,
  seoField,
  slugField,
  sourcesField,
} from '../values/fields.ts'
import {lowerCase, oneSentence} from '../values/rules.ts'

export const treatmentClassSchema = defineType({
  name: 'treatmentClass',
  title: 'Treatment class',
  type: 'document',
  icon: CaseIcon,
  fields: [
    line({name: 'name', title: 'Medical name', required: true}),
    line({name: 'plainName', title: 'Plain name', required: true}),
    slugField('plainName'),
    languageField,
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'One plain sentence.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().custom(oneSentence),
    }),
    plainTextField({name: 'howItWorks', title: 'How it works', required: true}),
    choices({
      name: 'howTaken',
      title: 'How it is taken',
      options: {pill: 'Pill', injection: 'Injection', infusion: 'Infusion', procedure: 'Procedure'},
      required: true,
    }),
    line({name: 'howTakenNote', title: 'Note on taking it'}),
    defineField({
      name: 'exampleMedicines',
      title: 'Examples',
      description: 'Generic names, in small letters; no brands.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.custom(lowerCase),
    }),
    lines({name: 'commonEffects', title: 'Common side effects', required: true}),
    plainTextField({
      name: 'seriousEffects',
      title: 'Serious side effects',
      description: 'When to call, and whom.',
      required: true,
    }),
    plainTextField({name: 'monitoring', title: 'Check-ups during treatment', required: true}),
    many({name: 'biomarkers', title: 'Biomarkers', to: ['biomarker']}),
    sourcesField,
    codesField,
    seoField,
  ],
  preview: {select: {title: 'plainName', subtitle: 'name'}},
})
