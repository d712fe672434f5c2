import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {
  choice,
  choices,
  embedded,
  languageField,
  line,
  many,
  one,
  paragraph,
  richTextField,
  seoField,
  slugField,
} from '../values/fields.ts'

export const relatedArticleSchema = defineType({
  name: 'relatedArticle',
  title: 'Related article',
  type: 'object',
  icon: DocumentTextIcon,
  fields: [
    one({name: 'article', title: 'Article', to: ['article'], required: true}),
    paragraph({name: 'excerpt', title: 'Why read it', required: true}),
  ],
  preview: {select: {title: 'article.title', subtitle: 'excerpt'}},
})

export const articleSchema = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  fields: [
    choice({
      name: 'kind',
      title: 'Kind',
      options: {explainer: 'Explainer', whatToExpect: 'What to expect', guide: 'Guide', recap: 'Recap'},
      required: true,
    }),
    line({name: 'title', title: 'Title', required: true}),
    slugField('title'),
    languageField,
    paragraph({
      name: 'dek',
      title: 'Standfirst',
      description: 'What the article gives, under its title.',
      required: true,
    }),
    embedded({name: 'hero', title: 'Picture', type: 'figure', required: true}),
    richTextField({name: 'body', title: 'Text', required: true}),
    many({name: 'authors', title: 'Authors', to: ['person'], required: true}),
    choices({
      name: 'audience',
      title: 'For whom',
      options: {patient: 'Patients', carer: 'Carers'},
      required: true,
    }),
    choice({
      name: 'moment',
      title: 'When',
      options: {
        newlyDiagnosed: 'Newly diagnosed',
        inTreatment: 'In treatment',
        changingTreatment: 'Changing treatment',
        any: 'Any time',
      },
      required: true,
    }),
    one({name: 'mainCondition', title: 'Condition', to: ['condition']}),
    defineField({
      name: 'related',
      title: 'Related articles',
      description: 'At most four.',
      type: 'array',
      of: [defineArrayMember({type: 'relatedArticle'})],
      validation: (rule) => rule.max(4),
    }),
    seoField,
  ],
  preview: {select: {title: 'title', subtitle: 'dek', media: 'hero.image'}},
})
