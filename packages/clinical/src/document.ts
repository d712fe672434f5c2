/** A whole document as a content backend gives it: every field, not a projection. */
export type WholeDocument = {readonly _id: string; readonly _type: string; readonly [field: string]: unknown}

/** The id under which readers see a document: without `drafts.` or `versions.<release>.`. */
export const publishedId = (id: string): string => id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')

export type Fields = {readonly [name: string]: unknown}

/** Whether a value is an object of JSON with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The language of documents that name none: the library's own. */
const ownLanguage = 'en'

/** The language that a document is written in, as a BCP 47 tag. */
export const languageOf = ({language}: WholeDocument): string =>
  typeof language === 'string' && language !== '' ? language : ownLanguage

/** The published id that a field refers to, if it holds a reference. */
export const referenceIn = (field: unknown): string | null =>
  isFields(field) && typeof field._ref === 'string' && field._ref !== '' ? publishedId(field._ref) : null
