/** A whole document as a content backend gives it: every field, not a projection. */
export type WholeDocument = {readonly _id: string; readonly _type: string; readonly [field: string]: unknown}

/** The id under which readers see a document: without `drafts.` or `versions.<release>.`. */
export const publishedId = (id: string): string => id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')

export type Fields = {readonly [name: string]: unknown}

/** Whether a value is an object of JSON with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
