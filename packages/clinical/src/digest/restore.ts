import {isFields, type Fields, type WholeDocument} from '../document.ts'

/** What of the published document a snapshot does not hold, and a page needs. No text is among it. */
const carried = ['_id', '_rev', '_createdAt', '_updatedAt', 'slug', 'approval'] as const

/**
 * The document that a snapshot tells of, in the shape in which a content backend gives documents: with references,
 * keys and empty spans where readers of Portable Text expect them. Its digest is that of the snapshot.
 * Throws SyntaxError when the snapshot is not JSON; callers have checked its digest before.
 */
export function restoreDocument(snapshot: string, published: WholeDocument): WholeDocument {
  const form: unknown = JSON.parse(snapshot)
  const prefix = unusedPrefix(form)
  const fields = Object.fromEntries(
    Object.entries(isFields(form) ? form : {}).map(([name, value]) => [name, restored(value, prefix)]),
  )
  const system = carried.flatMap((name) => (name in published ? [[name, published[name]] as const] : []))
  return {...fields, ...Object.fromEntries(system), _id: published._id, _type: String(fields._type)}
}

function restored(value: unknown, prefix: string): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => restored(member, prefix))
  if (!isFields(value)) return value
  const entries = Object.entries(value).map(([name, member]) => [name, field(name, member, prefix)] as const)
  return withExpected(Object.fromEntries(entries))
}

function field(name: string, value: unknown, prefix: string): unknown {
  if (name === '_key' && typeof value === 'number') return `${prefix}${value}`
  if (name === 'marks' && Array.isArray(value))
    return value.map((mark: unknown) => (typeof mark === 'number' ? `${prefix}${mark}` : mark))
  return restored(value, prefix)
}

function withExpected(fields: Fields): Fields {
  if (typeof fields._ref === 'string' && !('_type' in fields)) return {_type: 'reference', ...fields}
  if (fields._type === 'span') return {text: '', marks: [], ...fields}
  if (fields._type === 'block') return {children: [], markDefs: [], ...fields}
  return fields
}

/** A beginning for keys that no decorator of the text begins with, so that none turns into a link. */
function unusedPrefix(form: unknown): string {
  const marks = stringMarks(form)
  let prefix = 'k'
  while (marks.some((mark) => mark.startsWith(prefix))) prefix += 'k'
  return prefix
}

function stringMarks(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(stringMarks)
  if (!isFields(value)) return []
  const own = Array.isArray(value.marks) ? value.marks.filter((mark) => typeof mark === 'string') : []
  return [...own, ...Object.values(value).flatMap(stringMarks)]
}
