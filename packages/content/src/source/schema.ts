import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from 'sanity'
import {choice, day, line, webAddressField, yesNo} from '../values/fields.ts'

export const sourceSchema = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  icon: BookIcon,
  fields: [
    choice({
      name: 'kind',
      title: 'Kind',
      options: {
        guideline: 'Guideline',
        regulator: 'Regulator',
        label: 'Label',
        charity: 'Charity',
        journal: 'Journal',
        government: 'Government',
        other: 'Other',
      },
      required: true,
    }),
    line({name: 'title', title: 'Title', required: true}),
    line({name: 'publisher', title: 'Publisher', required: true}),
    defineField({
      name: 'year',
      title: 'Year',
      type: 'number',
      validation: (rule) => rule.integer().min(1900).max(2100),
    }),
    webAddressField({name: 'url', title: 'Web address', required: true}),
    line({name: 'pmid', title: 'PubMed number'}),
    line({name: 'doi', title: 'DOI'}),
    day({name: 'accessedOn', title: 'Read on', description: 'When we last opened it.', required: true}),
    yesNo({name: 'retracted', title: 'Retracted', description: 'Its publisher took it back.'}),
  ],
  preview: {select: {title: 'title', subtitle: 'publisher'}},
})
