import {isFields, type WholeDocument} from '../document.ts'
import {findingAt, findingOf, type Finding} from './finding.ts'
import {isHeading, type Piece} from './pieces.ts'

/** Headings that stand below a level that was left out. The page’s title is level 1. */
export function skippedHeadings(pieces: readonly Piece[]): Finding[] {
  let above = 1
  return pieces.filter(isHeading).flatMap((piece) => {
    const level = Number(piece.style.slice(1))
    const isSkipped = level > above + 1
    above = level
    return isSkipped
      ? [findingAt('skippedHeading', piece, {start: 0, end: piece.text.length, detail: String(level)})]
      : []
  })
}

/** Required fields, as dotted paths, that hold no word, number or reference. */
export function missingSections(document: WholeDocument, required: readonly string[]): Finding[] {
  return required
    .map((path) => path.split('.'))
    .filter((path) => !saysSomething(path.reduce<unknown>(step, document)))
    .map((path) => findingOf('missingSection', path))
}

const step = (value: unknown, name: string) => (isFields(value) ? value[name] : undefined)

function saysSomething(value: unknown): boolean {
  if (typeof value === 'string') return /[\p{L}\p{N}]/u.test(value)
  if (Array.isArray(value)) return value.some(saysSomething)
  if (!isFields(value)) return typeof value === 'number' || typeof value === 'boolean'
  if (value._type === 'span') return saysSomething(value.text)
  if (value._type === 'block') return saysSomething(value.children)
  return Object.entries(value).some(
    ([name, member]) => !['_key', '_type'].includes(name) && saysSomething(member),
  )
}
