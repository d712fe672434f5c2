import {isFields, referenceIn, type Fields, type WholeDocument} from '../document.ts'

/** A step of a path as the Studio writes it: a field, or a member of a list by its key or position. */
export type Step = string | number | {readonly _key: string}
export type Path = readonly Step[]

/** A mark over a run of a text: which annotation it is and what it refers to. */
export type Mark = {
  readonly start: number
  readonly end: number
  /** The key of its definition, or the name of a decorator. */
  readonly key: string
  readonly type: string
  /** The published ids that its definition refers to: the source of a claim, the term, the page. */
  readonly refs: readonly string[]
}

/** A paragraph, a heading, or a field of plain text, with its place. */
export type Piece = {
  readonly path: Path
  /** The field or heading it belongs to, for people. */
  readonly section: string
  readonly style: string
  readonly text: string
  readonly marks: readonly Mark[]
  /** Sources that stand in a list beside the text, as those of a treatment option do. */
  readonly sources: readonly string[]
}

type Around = {readonly path: Path; readonly section: string; readonly sources: readonly string[]}

/**
 * All texts of a document in reading order. Text in blocks is found anywhere; plain text only in the fields that
 * `prose` names, since nothing else tells it from codes and choices.
 */
export function piecesOf(document: WholeDocument, prose: ReadonlySet<string>): Piece[] {
  return piecesIn(document, {path: [], section: '', sources: []}, prose)
}

function piecesIn(value: unknown, around: Around, prose: ReadonlySet<string>): Piece[] {
  if (Array.isArray(value)) return piecesInList(value, around, prose)
  if (!isFields(value)) return []
  if (value._type === 'block') return [blockPiece(value, around)]
  const sources = [...around.sources, ...sourcesBeside(value)]
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = {path: [...around.path, name], section: sectionOf(around, name), sources}
    if (typeof member === 'string') return prose.has(name) ? [plainPiece(member, inner)] : []
    if (!Array.isArray(member) || !member.every((one) => typeof one === 'string'))
      return piecesIn(member, inner, prose)
    return prose.has(name)
      ? member.map((text, at) => plainPiece(text, {...inner, path: [...inner.path, at]}))
      : []
  })
}

/** In a list of blocks, a heading begins a section of its own. */
function piecesInList(list: readonly unknown[], around: Around, prose: ReadonlySet<string>): Piece[] {
  let {section} = around
  return list.flatMap((member, at) => {
    const step = isFields(member) && typeof member._key === 'string' ? {_key: member._key} : at
    const pieces = piecesIn(member, {...around, section, path: [...around.path, step]}, prose)
    const [heading] = pieces
    if (heading && isHeading(heading) && isFields(member) && member._type === 'block') {
      section = heading.text
      return [{...heading, section}]
    }
    return pieces
  })
}

export const isHeading = ({style}: Piece) => /^h[1-6]$/.test(style)

const sectionOf = ({section, path}: Around, name: string) =>
  path.length > 0 && section !== '' && section !== 'sections' ? section : name

const sourcesBeside = ({sources}: Fields) =>
  Array.isArray(sources) ? sources.map(referenceIn).filter((id) => id !== null) : []

const plainPiece = (text: string, {path, section, sources}: Around): Piece => ({
  path,
  section,
  style: 'normal',
  text,
  marks: [],
  sources,
})

function blockPiece(block: Fields, {path, section, sources}: Around): Piece {
  const children: unknown[] = Array.isArray(block.children) ? block.children : []
  const definitions: unknown[] = Array.isArray(block.markDefs) ? block.markDefs : []
  let text = ''
  const marks: Mark[] = []
  for (const child of children) {
    if (!isFields(child)) continue
    const start = text.length
    text += typeof child.text === 'string' ? child.text : ''
    for (const mark of Array.isArray(child.marks) ? child.marks : [])
      marks.push({start, end: text.length, key: String(mark), ...definitionOf(mark, definitions)})
  }
  return {
    path,
    section,
    style: typeof block.style === 'string' ? block.style : 'normal',
    text,
    marks,
    sources,
  }
}

function definitionOf(mark: unknown, definitions: readonly unknown[]): {type: string; refs: string[]} {
  const definition = definitions.find((one) => isFields(one) && one._key === mark)
  if (!isFields(definition)) return {type: String(mark), refs: []}
  const refs = Object.values(definition)
    .map(referenceIn)
    .filter((id) => id !== null)
  return {type: String(definition._type), refs}
}
