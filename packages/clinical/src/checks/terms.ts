import {namePattern} from '../reading-grade/names.ts'
import {findingAt, type Finding} from './finding.ts'
import {isHeading, type Piece} from './pieces.ts'

/** A word of the glossary: what it is called, other names for the same thing, and words that are not used for it. */
export type Term = {
  readonly id: string
  readonly term: string
  readonly synonyms: readonly string[]
  readonly avoid: readonly string[]
}

/** A brand and the drug that it is. */
export type Brand = {readonly brand: string; readonly generic: string}

type Use = {readonly piece: Piece; readonly start: number; readonly end: number; readonly name: string}

/** Every place where any of some names stands, in reading order. */
function usesOf(pieces: readonly Piece[], names: readonly string[]): Use[] {
  if (names.length === 0) return []
  const pattern = namePattern(names)
  return pieces.flatMap((piece) =>
    [...piece.text.matchAll(pattern)].map(({index, 0: name}) => ({
      piece,
      start: index,
      end: index + name.length,
      name,
    })),
  )
}

/** Glossary words that are not linked where they first stand; a heading is no place to explain a word. */
export function undefinedTerms(pieces: readonly Piece[], terms: readonly Term[]): Finding[] {
  const running = pieces.filter((piece) => !isHeading(piece))
  return terms.flatMap(({id, term, synonyms}) => {
    const [first] = usesOf(running, [term, ...synonyms])
    return first && !isLinked(first, id) ? [findingAt('undefinedTerm', first.piece, first)] : []
  })
}

const isLinked = ({piece, start, end}: Use, id: string) =>
  piece.marks.some((mark) => mark.refs.includes(id) && mark.start < end && mark.end > start)

/** A second name for one thing, and words that are not used for it; “also called …” and brackets introduce a name. */
export function twoNames(pieces: readonly Piece[], terms: readonly Term[]): Finding[] {
  return terms.flatMap(({term, synonyms, avoid}) => {
    const uses = usesOf(pieces, [term, ...synonyms]).filter((use) => !isIntroduced(use))
    const first = uses[0]?.name ?? term
    const others = uses.filter(({name}) => !isSameName(name, first))
    const avoided = usesOf(pieces, avoid)
    return [
      ...others.map((use) => findingAt('twoNames', use.piece, {...use, detail: first})),
      ...avoided.map((use) => findingAt('twoNames', use.piece, {...use, detail: term})),
    ]
  })
}

const isSameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const isIntroduced = ({piece, start}: Use) =>
  /(?:\(|also called|also known as|short for|llamad[oa] también|también llamad[oa])[\s“"]*$/i.test(
    piece.text.slice(0, start),
  )

/** Brands in a paragraph that does not name the drug. */
export function brandsAlone(pieces: readonly Piece[], brands: readonly Brand[]): Finding[] {
  return brands.flatMap(({brand, generic}) =>
    usesOf(pieces, [brand])
      .filter(({piece}) => !namePattern([generic]).test(piece.text))
      .map((use) => findingAt('brandAlone', use.piece, {...use, detail: generic})),
  )
}
