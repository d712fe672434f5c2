import {ref} from './document.ts'

/*
 * Portable Text from a notation small enough to read as prose:
 *
 *   {words|nci-ht,seer}        words that rest on the sources source-nci-ht and source-seer
 *   [words](biomarker-her2)    a link to a document; [words](https://…) leads outside
 *   **words**                  strong
 *
 * Keys come from positions, so the same words always give the same document.
 */

type Reference = ReturnType<typeof ref>
type MarkDefinition =
  | {_key: string; _type: 'sourceOf'; source: Reference}
  | {_key: string; _type: 'internalLink'; target: Reference}
  | {_key: string; _type: 'outsideLink'; href: string}
type Span = {_key: string; _type: 'span'; text: string; marks: string[]}
type Style = 'normal' | 'h2'
export type TextBlock<S extends Style = Style> = {
  _key: string
  _type: 'block'
  style: S
  listItem?: 'bullet' | 'number'
  level?: number
  markDefs: MarkDefinition[]
  children: Span[]
}
type Line<S extends Style = Style> = {style: S; words: string; listItem?: 'bullet' | 'number'}
type Plain = Line<'normal'>

/** A paragraph. */
export const p = (words: string): Plain => ({style: 'normal', words})
export const h2 = (words: string): Line => ({style: 'h2', words})
/** A list of points, one block each. */
export const points = (...items: string[]): Plain[] =>
  items.map((words) => ({style: 'normal', words, listItem: 'bullet'}))
/** A list of steps in order, one block each. */
export const steps = (...items: string[]): Plain[] =>
  items.map((words) => ({style: 'normal', words, listItem: 'number'}))

type Custom = {_type: string; _key?: never}
type Keyed<C> = C & {_key: string}

/** Plain text of lines and lists of lines. */
export function text(...lines: (Plain | Plain[])[]): TextBlock<'normal'>[] {
  return lines.flat().map((line, index) => blockOf(line, `b${index + 1}`))
}

/** Text of an article: lines, lists of lines, and blocks of its own. */
export function body<C extends Custom>(...parts: (Line | Line[] | C)[]): (TextBlock | Keyed<C>)[] {
  return parts
    .flatMap((part): (Line | C)[] => (Array.isArray(part) ? part : [part]))
    .map((part, index) => {
      const key = `b${index + 1}`
      return isLine(part) ? blockOf(part, key) : {...part, _key: key}
    })
}

function isLine<C extends Custom>(part: Line | C): part is Line {
  return 'words' in part
}

function blockOf<S extends Style>({words, ...line}: Line<S>, key: string): TextBlock<S> {
  const markDefs: MarkDefinition[] = []
  const define = (mark: Unkeyed<MarkDefinition>): string => {
    const _key = `${key}m${markDefs.length + 1}`
    markDefs.push({...mark, _key})
    return _key
  }
  const children = cited(words, define).map((span, index) => ({...span, _key: `${key}s${index + 1}`}))
  return {
    _key: key,
    _type: 'block',
    style: line.style,
    ...(line.listItem && {listItem: line.listItem, level: 1}),
    markDefs,
    children,
  }
}

type Unkeyed<M> = M extends unknown ? Omit<M, '_key'> : never
type Define = (mark: Unkeyed<MarkDefinition>) => string
type BareSpan = Omit<Span, '_key'>

const citation = /\{(?<words>[^{}|]+)\|(?<names>[^{}]+)\}/g
const linkOrStrong = /\[(?<label>[^\]]+)\]\((?<target>[^)]+)\)|\*\*(?<strong>[^*]+)\*\*/g

function cited(words: string, define: Define): BareSpan[] {
  return split(words, citation, (found) => {
    const marks = (found.names ?? '')
      .split(',')
      .map((name) => define({_type: 'sourceOf', source: ref(`source-${name.trim()}`)}))
    return linked(found.words ?? '', define).map((span) => ({...span, marks: [...marks, ...span.marks]}))
  }).flatMap((piece) => (typeof piece === 'string' ? linked(piece, define) : piece))
}

function linked(words: string, define: Define): BareSpan[] {
  return split(words, linkOrStrong, (found) => {
    if (found.strong !== undefined) return [spanOf(found.strong, ['strong'])]
    return [spanOf(found.label ?? '', [define(linkTo(found.target ?? ''))])]
  }).flatMap((piece) => (typeof piece === 'string' ? [spanOf(piece, [])] : piece))
}

function linkTo(target: string): Unkeyed<MarkDefinition> {
  return target.startsWith('https://')
    ? {_type: 'outsideLink', href: target}
    : {_type: 'internalLink', target: ref(target)}
}

const spanOf = (words: string, marks: string[]): BareSpan => ({_type: 'span', text: words, marks})

/** The pieces of a text: what a pattern found, as spans, and the strings between. */
function split(
  words: string,
  pattern: RegExp,
  spansOf: (groups: Record<string, string | undefined>) => BareSpan[],
): (string | BareSpan[])[] {
  const pieces: (string | BareSpan[])[] = []
  let end = 0
  for (const found of words.matchAll(pattern)) {
    if (found.index > end) pieces.push(words.slice(end, found.index))
    pieces.push(spansOf(found.groups ?? {}))
    end = found.index + found[0].length
  }
  if (end < words.length) pieces.push(words.slice(end))
  return pieces
}
