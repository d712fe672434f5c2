import {ActivityIcon} from '@sanity/icons/Activity'
import {CaseIcon} from '@sanity/icons/Case'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {
  choice,
  codesField,
  embedded,
  languageField,
  line,
  lines,
  many,
  one,
  paragraph,
  plainTextField,
  seoField,
  slugField,
  sourcesField,
} from '../values/fields.ts'
import {classified, oneSentence} from '../values/rules.ts'

export const biomarkerRuleSchema = defineType({
  name: 'biomarkerRule',
  title: 'Biomarker rule',
  type: 'object',
  fields: [
    choice({
      name: 'kind',
      title: 'Rule',
      options: {needs: 'Needs this result', allows: 'Is allowed by it'},
      required: true,
    }),
    one({name: 'biomarker', title: 'Biomarker', to: ['biomarker'], required: true}),
    line({name: 'result', title: 'Result', description: 'One of the biomarker’s results.', required: true}),
  ],
})

export const treatmentOptionSchema = defineType({
  name: 'treatmentOption',
  title: 'Treatment option',
  type: 'object',
  icon: CaseIcon,
  fields: [
    one({name: 'treatmentClass', title: 'Treatment class', to: ['treatmentClass'], required: true}),
    defineField({
      name: 'when',
      title: 'When',
      description: 'One plain sentence: for whom and when this is offered.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().custom(oneSentence),
    }),
    choice({
      name: 'line',
      title: 'Line of treatment',
      options: {first: 'First', later: 'Later', any: 'Any'},
      required: true,
    }),
    embedded({
      name: 'biomarkerRule',
      title: 'Biomarker rule',
      description: 'The test result this depends on, if any.',
      type: 'biomarkerRule',
    }),
    sourcesField,
  ],
  preview: {select: {title: 'treatmentClass.name', subtitle: 'when'}},
})

export const conditionSectionsSchema = defineType({
  name: 'conditionSections',
  title: 'Sections',
  type: 'object',
  fields: [
    plainTextField({name: 'whatItIs', title: 'What it is', required: true}),
    plainTextField({name: 'whatTheNameMeans', title: 'What the name means', required: true}),
    plainTextField({name: 'spread', title: 'Where it spreads'}),
    plainTextField({name: 'treatments', title: 'Treatments', required: true}),
    plainTextField({name: 'support', title: 'Support'}),
    plainTextField({name: 'next', title: 'What comes next'}),
  ],
})

export const conditionSchema = defineType({
  name: 'condition',
  title: 'Condition',
  type: 'document',
  icon: ActivityIcon,
  fields: [
    line({name: 'name', title: 'Medical name', required: true}),
    line({
      name: 'plainName',
      title: 'Plain name',
      description: 'As one would say it at home.',
      required: true,
    }),
    lines({name: 'alsoCalled', title: 'Also called'}),
    slugField('plainName'),
    choice({
      name: 'stage',
      title: 'Stage',
      options: {early: 'Early', metastatic: 'Metastatic', any: 'Any'},
      required: true,
    }),
    languageField,
    paragraph({
      name: 'summary',
      title: 'Summary',
      description: 'What a reader needs first, in at most 60 words.',
      required: true,
      maxWords: 60,
    }),
    embedded({name: 'sections', title: 'Sections', type: 'conditionSections', required: true}),
    many({name: 'biomarkers', title: 'Biomarkers', to: ['biomarker'], required: true}),
    defineField({
      name: 'treatmentOptions',
      title: 'Treatment options',
      description: 'In the order in which they are usually offered.',
      type: 'array',
      of: [defineArrayMember({type: 'treatmentOption'})],
      validation: (rule) => rule.required().min(1),
    }),
    many({name: 'supportResources', title: 'Support resources', to: ['supportResource']}),
    many({name: 'questions', title: 'Questions to ask', to: ['question']}),
    one({
      name: 'parentCondition',
      title: 'Kind of',
      description: 'The wider condition this belongs to.',
      to: ['condition'],
    }),
    {...codesField, validation: (rule) => rule.required().custom(classified)},
    seoField,
  ],
  preview: {select: {title: 'plainName', subtitle: 'name'}},
})
