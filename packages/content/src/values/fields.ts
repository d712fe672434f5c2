import {defineArrayMember, defineField} from 'sanity'
import {atMostWords, notBlank, saysSomething, slugCharacters} from './rules.ts'

type Field = {name: string; title: string; description?: string; required?: boolean}

/** One line of text. */
export const line = ({required, ...field}: Field) =>
  defineField({
    ...field,
    type: 'string',
    validation: (rule) => (required ? rule.required().custom(notBlank) : rule),
  })

/** A few lines of plain text, with a limit of words where one is given. */
export const paragraph = ({required, maxWords, ...field}: Field & {maxWords?: number}) =>
  defineField({
    ...field,
    type: 'text',
    rows: 3,
    validation: (rule) => {
      const limited = maxWords ? rule.custom(atMostWords(maxWords)) : rule
      return required ? limited.required().custom(notBlank) : limited
    },
  })

/** One of a few values. */
export const choice = ({required, options, ...field}: Field & {options: Record<string, string>}) =>
  defineField({
    ...field,
    type: 'string',
    options: {list: listed(options), layout: 'radio', direction: 'horizontal'},
    validation: (rule) => (required ? rule.required() : rule),
  })

/** Any of a few values. */
export const choices = ({required, options, ...field}: Field & {options: Record<string, string>}) =>
  defineField({
    ...field,
    type: 'array',
    of: [defineArrayMember({type: 'string'})],
    options: {list: listed(options)},
    validation: (rule) => (required ? rule.required().min(1) : rule),
  })

/** A list of short texts. */
export const lines = ({required, max, ...field}: Field & {max?: number}) =>
  defineField({
    ...field,
    type: 'array',
    of: [defineArrayMember({type: 'string'})],
    validation: (rule) => {
      const limited = max ? rule.max(max) : rule
      return required ? limited.required().min(1) : limited
    },
  })

/** A reference to one document of the given types. */
export const one = ({required, to, ...field}: Field & {to: string[]}) =>
  defineField({
    ...field,
    type: 'reference',
    to: to.map((type) => ({type})),
    validation: (rule) => (required ? rule.required() : rule),
  })

/** References to documents of the given types, each once. */
export const many = ({required, to, ...field}: Field & {to: string[]}) =>
  defineField({
    ...field,
    type: 'array',
    of: [defineArrayMember({type: 'reference', to: to.map((type) => ({type}))})],
    validation: (rule) => {
      const each = rule.unique()
      return required ? each.required().min(1) : each
    },
  })

/** A field of one of our own object types. */
export const embedded = ({required, type, ...field}: Field & {type: string}) =>
  defineField({...field, type, validation: (rule) => (required ? rule.required() : rule)})

/** Paragraphs, or an article's text; the rule stands at the field, whose rules replace those of its type. */
const written = ({required, type, ...field}: Field & {type: 'plainText' | 'richText'}) =>
  defineField({
    ...field,
    type,
    validation: (rule) => (required ? rule.required().custom(saysSomething) : rule.custom(saysSomething)),
  })

export const plainTextField = (field: Field) => written({...field, type: 'plainText'})

export const richTextField = (field: Field) => written({...field, type: 'richText'})

export const slugField = (source: string) =>
  defineField({
    name: 'slug',
    title: 'Address',
    description: 'The last part of the page’s address. Links elsewhere break when it changes.',
    type: 'slug',
    options: {source, maxLength: 80},
    validation: (rule) => rule.required().custom(slugCharacters),
  })

export const languageField = defineField({
  name: 'language',
  title: 'Language',
  description: 'The language this is written in.',
  type: 'string',
  initialValue: 'en',
  options: {list: listed({en: 'English', es: 'Spanish'}), layout: 'radio', direction: 'horizontal'},
  validation: (rule) => rule.required(),
})

export const seoField = embedded({
  name: 'seo',
  title: 'Search engines',
  description: 'Only where the title and summary above do not do for search results.',
  type: 'seo',
})

export const codesField = defineField({
  name: 'codes',
  title: 'Codes',
  description: 'What this is called in medical code systems.',
  type: 'array',
  of: [defineArrayMember({type: 'code'})],
})

export const sourcesField = many({
  name: 'sources',
  title: 'Sources',
  description: 'What these statements rest on.',
  to: ['source'],
  required: true,
})

export const webAddressField = ({required, ...field}: Field) =>
  defineField({
    ...field,
    type: 'url',
    validation: (rule) => {
      const limited = rule.uri({scheme: ['http', 'https']})
      return required ? limited.required() : limited
    },
  })

export const day = ({required, ...field}: Field) =>
  defineField({...field, type: 'date', validation: (rule) => (required ? rule.required() : rule)})

export const moment = ({required, ...field}: Field) =>
  defineField({...field, type: 'datetime', validation: (rule) => (required ? rule.required() : rule)})

export const yesNo = (field: Field) => defineField({...field, type: 'boolean'})

function listed(options: Record<string, string>): {value: string; title: string}[] {
  return Object.entries(options).map(([value, title]) => ({value, title}))
}
