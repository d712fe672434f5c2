import {ClinicalError} from '../clinical-error.ts'
import {isFields, publishedId, type Fields, type WholeDocument} from '../document.ts'

/** Fields of a whole document that are no part of what a clinician approves. */
const outside = new Set([
  '_id',
  '_rev',
  '_createdAt',
  '_updatedAt',
  '_system',
  '_originalId',
  'approval',
  'slug',
])

/** Deeper than any document that a form can write; more would end the stack of whoever hashes it. */
const maxDepth = 64

/**
 * A document in the one form that is hashed and that a snapshot holds: without system fields, `approval`, `slug`, crop
 * and hotspot; each `_key` a number, its position in its list, and each mark that names a `_key` that number too; a
 * reference only the published id; nothing absent, null or empty; strings in NFC.
 *
 * Numbers and not strings for keys, so that a decorator that happens to be called “0” is never taken for a link.
 * Throws ClinicalError `not-canonical` on what JSON cannot hold.
 */
export function canonicalForm(document: WholeDocument): Fields {
  return fieldsOf(withoutOutside(document), 0) ?? {}
}

/** A document without its fields that are no part of what a clinician approves. */
export const withoutOutside = (document: WholeDocument): Fields =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !outside.has(name)))

function formOf(value: unknown, depth: number): unknown {
  if (depth > maxDepth) throw new ClinicalError('not-canonical', 'A document is nested too deeply to digest.')
  if (typeof value === 'string') return value === '' ? undefined : value.normalize('NFC')
  if (Array.isArray(value)) return listOf(value, depth)
  if (isFields(value)) return fieldsOf(value, depth)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value === null || value === undefined) return undefined
  throw new ClinicalError('not-canonical', `A document cannot hold a ${typeof value}.`)
}

/** An empty member stays as null: it is an empty bullet or paragraph that a reader sees, and it moves the others. */
function listOf(list: readonly unknown[], depth: number): unknown[] | undefined {
  if (list.length === 0) return undefined
  return list.map((member, position) => {
    const form = formOf(member, depth + 1)
    if (!isFields(form)) return form ?? null
    return isFields(member) && '_key' in member ? {...form, _key: position} : form
  })
}

/** Without `_key`, which has a meaning only as a member of a list. */
function fieldsOf(fields: Fields, depth: number): Fields | undefined {
  const entries = Object.entries(withMarksByPosition(withoutUnseen(fields)))
    .filter(([name]) => name !== '_key')
    .map(([name, value]) => [name, formOf(value, depth + 1)] as const)
    .filter(([, form]) => form !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function withoutUnseen(fields: Fields): Fields {
  if (typeof fields._ref === 'string') return referenceOf(fields, fields._ref)
  return isFields(fields.asset) && typeof fields.asset._ref === 'string' ? uncut(fields) : fields
}

/** A picture without how it is cut. What is no cut stays, so that no text can hide in a field of that name. */
function uncut(picture: Fields): Fields {
  const kept = Object.entries(picture).filter(
    ([name, value]) => !((name === 'crop' || name === 'hotspot') && isCut(value)),
  )
  return Object.fromEntries(kept)
}

const isCut = (value: unknown): boolean =>
  isFields(value) &&
  Object.entries(value).every(([name, member]) =>
    name === '_type'
      ? /^sanity\.image(?:Crop|Hotspot)$/.test(String(member))
      : member === null || typeof member === 'number',
  )

/**
 * A reference without what differs between draft and published. A type other than `reference` stays: in a list it may
 * decide how the reference is shown.
 */
function referenceOf(fields: Fields, id: string): Fields {
  const {_weak, _strengthenOnPublish, ...reference} = fields
  const {_type, ...untyped} = reference
  return {...(_type === 'reference' ? untyped : reference), _ref: publishedId(id)}
}

/** Before strings become NFC, since a page finds the definition of a mark by the very characters of its key. */
function withMarksByPosition(block: Fields): Fields {
  const {children, markDefs} = block
  if (!Array.isArray(children)) return block
  const definitions: readonly unknown[] = Array.isArray(markDefs) ? markDefs : []
  const keys = definitions.map((definition) => (isFields(definition) ? definition._key : undefined))
  return {...block, children: children.map((child: unknown) => withMarks(child, keys))}
}

function withMarks(child: unknown, keys: readonly unknown[]): unknown {
  if (!isFields(child) || !Array.isArray(child.marks)) return child
  return {...child, marks: child.marks.map((mark: unknown) => markOf(mark, keys))}
}

/** A number in a draft would be read as a position that no editor chose. */
function markOf(mark: unknown, keys: readonly unknown[]): string | number {
  if (typeof mark !== 'string') throw new ClinicalError('not-canonical', 'A mark of a text is not a string.')
  const position = keys.indexOf(mark)
  return position < 0 ? mark : position
}
