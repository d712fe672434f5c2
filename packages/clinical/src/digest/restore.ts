import {isFields, referenceIn, type Fields, type WholeDocument} from '../document.ts'

/**
 * What a page needs of the published document beside what was signed: ids, dates, address, approval. Only in the shapes
 * that these have, since nobody signed them and a sentence must find no place in them.
 */
export function unsignedPart(published: WholeDocument): Fields {
  const {_id, _type, slug} = published
  const dates = ['_rev', '_createdAt', '_updatedAt']
    .map((name) => [name, published[name]] as const)
    .filter(([, value]) => typeof value === 'string' && /^[\w:.+-]*$/.test(value))
  const approval = referenceIn(published.approval)
  return {
    _id,
    _type,
    ...Object.fromEntries(dates),
    ...(isSlug(slug) ? {slug: {_type: 'slug', current: slug.current}} : {}),
    ...(approval === null ? {} : {approval: {_type: 'reference', _ref: approval}}),
  }
}

const isSlug = (slug: unknown): slug is {current: string} =>
  isFields(slug) && typeof slug.current === 'string' && /^[\w./-]+$/.test(slug.current)

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
  return {...fields, ...unsignedPart(published), _id: published._id, _type: String(fields._type)}
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
