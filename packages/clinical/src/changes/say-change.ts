import {isFields} from '../document.ts'
import {textOf, type Change} from './changes.ts'

/** How things are called, from whoever knows the library and the forms. */
export type Names = {
  /** The name of a document by its published id; a title, never an id. */
  readonly ofDocument: (id: string) => string
  /** The label of a field, as the form has it; also of a heading, which is its own label. */
  readonly ofSection: (section: string) => string
}

/** A change as one sentence for a clinician. */
export function sayChange(change: Change, names: Names): string {
  return `${names.ofSection(change.section)}: ${predicate(change, names)}`
}

function predicate(change: Change, names: Names): string {
  switch (change.kind) {
    case 'text':
      if (change.before === '') return `“${change.after}” is new.`
      return change.after === ''
        ? `“${change.before}” was taken out.`
        : `“${change.before}” now reads “${change.after}”`
    case 'marks':
      return `a link, a source or the emphasis changed in “${change.text}”`
    case 'value':
      return `${sayValue(change.before)} became ${sayValue(change.after)}.`
    case 'reference':
      return `${sayReference(change.before, names)} became ${sayReference(change.after, names)}.`
    case 'added':
      return `${sayItem(change.item, names)} was added.`
    case 'removed':
      return `${sayItem(change.item, names)} was taken out.`
    case 'moved':
      return `${sayItem(change.item, names)} moved from place ${change.from + 1} to place ${change.to + 1}.`
  }
}

function sayValue(value: unknown): string {
  if (value === null) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return `“${String(value)}”`
}

const sayReference = (id: string | null, names: Names) => (id === null ? 'nothing' : names.ofDocument(id))

/** A member of a list by its words, or by the document that it is about. */
function sayItem(item: unknown, names: Names): string {
  if (!isFields(item)) return item === null ? 'an empty entry' : `“${String(item)}”`
  if (typeof item._ref === 'string') return names.ofDocument(item._ref)
  if (item._type === 'block') return `“${textOf(item)}”`
  const fields = Object.entries(item).filter(([name]) => !name.startsWith('_'))
  const text = fields.map(([, value]) => value).find((value) => typeof value === 'string' && /\s/.test(value))
  const about = fields
    .map(([, value]) => (isFields(value) ? value._ref : null))
    .find((id) => typeof id === 'string')
  const said = text === undefined ? null : `“${String(text)}”`
  const named = typeof about === 'string' ? names.ofDocument(about) : null
  return [named, said].filter((one) => one !== null).join(', ') || 'an entry'
}
