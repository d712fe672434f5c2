import {isFields, referenceIn, type WholeDocument} from '../document.ts'
import {findingAt, findingOf, type Finding} from './finding.ts'
import type {Path, Piece} from './pieces.ts'

/** What a check needs to know of a source, by its published id. */
export type KnownSource = {readonly title: string; readonly year: number | null; readonly retracted: boolean}
export type KnownSources = ReadonlyMap<string, KnownSource>

/** A treatment claim should not rest on a single source that is older than this. */
const oldYears = 5

type Listed = {path: Path; ids: string[]}

/** Claims of which a publisher took the source back, in texts and in lists of sources. */
export function retractedSources(
  document: WholeDocument,
  pieces: readonly Piece[],
  sources: KnownSources,
): Finding[] {
  const isRetracted = (id: string) => sources.get(id)?.retracted === true
  const title = (id: string) => sources.get(id)?.title ?? id
  const marked = pieces.flatMap((piece) =>
    piece.marks.flatMap(({start, end, refs}) =>
      refs
        .filter(isRetracted)
        .map((id) => findingAt('retractedSource', piece, {start, end, detail: title(id)})),
    ),
  )
  const listed = sourceLists(document, []).flatMap(({path, ids}) =>
    ids.flatMap((id, at) =>
      isRetracted(id) ? [findingOf('retractedSource', [...path, at], title(id))] : [],
    ),
  )
  return [...marked, ...listed]
}

/** Treatment claims whose only source is more than five years old. */
export function oldSources(
  document: WholeDocument,
  pieces: readonly Piece[],
  {sources, now}: {readonly sources: KnownSources; readonly now: Date},
): Finding[] {
  const oldYear = ([id, ...more]: readonly string[]): string | null => {
    const year = more.length === 0 && id !== undefined ? sources.get(id)?.year : null
    return year && year < now.getUTCFullYear() - oldYears ? String(year) : null
  }
  const listed = sourceLists(document, []).flatMap(({path, ids}) => {
    const year = isTreatment(document, path) ? oldYear(ids) : null
    return year ? [findingOf('oldSource', path, year)] : []
  })
  const marked = pieces
    .filter(({path}) => isTreatment(document, path))
    .flatMap((piece) => oldMarks(piece, oldYear))
  return [...listed, ...marked]
}

/** Two marks over the same words are two sources of one claim. */
function oldMarks(piece: Piece, oldYear: (ids: readonly string[]) => string | null): Finding[] {
  const claims = piece.marks.filter(({type}) => type === 'sourceOf')
  return claims.flatMap(({start, end}) => {
    const over = claims.filter((mark) => mark.start < end && mark.end > start).flatMap(({refs}) => refs)
    const detail = oldYear([...new Set(over)])
    return detail ? [findingAt('oldSource', piece, {start, end, detail})] : []
  })
}

const isTreatment = ({_type}: WholeDocument, path: Path) =>
  _type === 'treatmentClass' ||
  _type === 'medicine' ||
  path[0] === 'treatmentOptions' ||
  (path[0] === 'sections' && path[1] === 'treatments')

/** Every field called `sources` of a document, wherever it stands. */
function sourceLists(value: unknown, path: Path): Listed[] {
  if (Array.isArray(value))
    return value.flatMap((member, at) => {
      const step = isFields(member) && typeof member._key === 'string' ? {_key: member._key} : at
      return sourceLists(member, [...path, step])
    })
  if (!isFields(value)) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = [...path, name]
    if (name !== 'sources' || !Array.isArray(member)) return sourceLists(member, inner)
    return [{path: inner, ids: member.map(referenceIn).filter((id) => id !== null)}]
  })
}
