import {isDraftId, isVersionId} from '../document-id.ts'

/** Published, draft, version of a release: each variant is indexed by itself, so that a view takes what it shows. */
export const variants = {published: 0, draft: 1, version: 2} as const
export type Variant = (typeof variants)[keyof typeof variants]

export function variantOf(id: string): Variant {
  if (isDraftId(id)) return variants.draft
  return isVersionId(id) ? variants.version : variants.published
}

/** GROQ's order between types (groq-js `TYPE_ORDER`); `other` holds what an index cannot compare as GROQ does. */
export const ranks = {number: 2, string: 3, boolean: 4, other: 9} as const

/** How a plain value stands in the index; `rank` is its type's place in GROQ's order. */
export type FieldValue = {rank: number; value: string | number}

/** Between the names of a path: no name of a field that anybody writes holds it. */
export const pathJoint = '\u001f'
/** The path under which stands a document with more fields than are indexed. */
export const overflowPath = ''

const maxPaths = 100
const maxDepth = 2
const maxTextLength = 128
/** GROQ compares UTF-16 units, SQLite bytes of UTF-8; they agree below the surrogates. */
const comparesAlike = /^[\u0000-\ud7ff]*$/u // oxlint-disable-line no-control-regex

/** How a value would be found in the index; null for what is not indexed by value (lists, objects, null). */
export function fieldValue(value: unknown): FieldValue | null {
  if (typeof value === 'number') return {rank: ranks.number, value}
  if (typeof value === 'boolean') return {rank: ranks.boolean, value: value ? 1 : 0}
  if (typeof value !== 'string') return null
  const isComparable = value.length <= maxTextLength && comparesAlike.test(value)
  return isComparable ? {rank: ranks.string, value} : {rank: ranks.other, value: ''}
}

const unindexed = new Set(['_id', '_type', '_rev'])

/** The plain values of a document by path, two levels deep; past the limit, only the mark of an overflow. */
export function fieldsOf(document: Record<string, unknown>): Map<string, FieldValue> {
  const found = new Map<string, FieldValue>()
  const collect = (object: object, prefix: string, depth: number): void => {
    for (const [name, value] of Object.entries(object)) {
      if (depth === 1 && unindexed.has(name)) continue
      const path = prefix + name
      const entry = fieldValue(value)
      if (entry) found.set(path, entry)
      else if (depth < maxDepth && typeof value === 'object' && value !== null && !Array.isArray(value))
        collect(value, path + pathJoint, depth + 1)
    }
  }
  collect(document, '', 1)
  if (found.size > maxPaths) return new Map([[overflowPath, {rank: ranks.other, value: ''}]])
  return found
}
