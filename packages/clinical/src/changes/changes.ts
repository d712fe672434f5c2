import {diffArrays, diffWordsWithSpace} from 'diff'
import {canonicalJson} from '../digest/digest.ts'
import {isFields, type Fields} from '../document.ts'

/** Where a change stands in the newer form, or in the older where it was removed. */
export type ChangePath = readonly (string | number)[]

/** A run of words that stayed, came or went. */
export type Part = {readonly words: string; readonly is: 'kept' | 'added' | 'removed'}

type At = {
  readonly path: ChangePath
  /** The field, or the heading above in a text, that the change belongs to. */
  readonly section: string
}

/** One difference between two forms of a document. */
export type Change = At &
  (
    | {
        readonly kind: 'text'
        readonly before: string
        readonly after: string
        readonly parts: readonly Part[]
      }
    /** The words are the same; what is linked, sourced or set strong is not. */
    | {readonly kind: 'marks'; readonly text: string; readonly before: unknown; readonly after: unknown}
    /** A choice, number, date or switch; null where there was or is none. */
    | {readonly kind: 'value'; readonly before: unknown; readonly after: unknown}
    | {readonly kind: 'reference'; readonly before: string | null; readonly after: string | null}
    | {readonly kind: 'added' | 'removed'; readonly item: unknown}
    | {readonly kind: 'moved'; readonly item: unknown; readonly from: number; readonly to: number}
  )

/**
 * What changed from one canonical form to another, in the order of the newer one. The forms are those that a sign-off
 * carries (`JSON.parse(snapshot)`) and `canonicalForm(draft)`; with null as the older one everything is new.
 */
export function changesBetween(before: Fields | null, after: Fields): Change[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before ?? {})])
  return [...names].flatMap((name) =>
    valueChanges(before?.[name], after[name], {path: [name], section: name}),
  )
}

function valueChanges(before: unknown, after: unknown, at: At): Change[] {
  if (isSame(before, after)) return []
  if (Array.isArray(before) || Array.isArray(after)) return listChanges(listOf(before), listOf(after), at)
  if (isReference(before) || isReference(after))
    return [{...at, kind: 'reference', before: refOf(before), after: refOf(after)}]
  if (isBlock(before) && isBlock(after)) return blockChanges(before, after, at)
  if (isFields(before) && isFields(after)) return fieldChanges(before, after, at)
  if (isFields(before)) return [{...at, kind: 'removed', item: before}]
  if (isFields(after)) return [{...at, kind: 'added', item: after}]
  if (isProse(before) || isProse(after)) return [textChange(wordsOf(before), wordsOf(after), at)]
  return [{...at, kind: 'value', before: before ?? null, after: after ?? null}]
}

function fieldChanges(before: Fields, after: Fields, {path, section}: At): Change[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names]
    .filter((name) => name !== '_key')
    .flatMap((name) => {
      const inner = section === 'sections' ? name : section
      return valueChanges(before[name], after[name], {path: [...path, name], section: inner})
    })
}

/** Links, sources and decorators are compared when the words are the same: else they change with the words. */
function blockChanges(before: Fields, after: Fields, at: At): Change[] {
  const [old, now] = [textOf(before), textOf(after)]
  const [looked, looks] = [before, after].map(({style, listItem, level}) => [listItem, level, style])
  const isMarked = !isSame([before.children, before.markDefs], [after.children, after.markDefs])
  return [
    ...(old === now ? [] : [textChange(old, now, at)]),
    ...(old === now && isMarked ? [{...at, kind: 'marks' as const, text: now, before, after}] : []),
    ...(isSame(looked, looks)
      ? []
      : [{...at, kind: 'value' as const, before: lookOf(before), after: lookOf(after)}]),
  ]
}

/** What a paragraph is: a heading of some level, a bullet, or a plain paragraph. */
const lookOf = ({style, listItem}: Fields) => listItem ?? style ?? null

function textChange(before: string, after: string, at: At): Change {
  const parts = diffWordsWithSpace(before, after).map(({value, added, removed}): Part => ({
    words: value,
    is: added ? 'added' : removed ? 'removed' : 'kept',
  }))
  return {...at, kind: 'text', before, after, parts}
}

type Item = {value: unknown; json: string; at: number}

/** Members are the same by what they say; of those between that differ, the alike are taken for changed ones. */
function listChanges(before: readonly unknown[], after: readonly unknown[], at: At): Change[] {
  const [old, now] = [before.map(itemOf), after.map(itemOf)]
  const runs = diffArrays(old, now, {comparator: (a, b) => a.json === b.json})
  const removed = runs.filter((run) => run.removed).flatMap(({value}) => value)
  const added = runs.filter((run) => run.added).flatMap(({value}) => value)
  const moved = pairs(removed, added, (a, b) => a.json === b.json)
  const changed = pairs(without(removed, moved, 0), without(added, moved, 1), isAlike)
  const all = [...moved, ...changed]
  return [
    ...changed.flatMap(([a, b]) => valueChanges(a.value, b.value, placed(at, b.at, after))),
    ...moved.map(([a, b]): Change => ({
      ...placed(at, b.at, after),
      kind: 'moved',
      item: b.value,
      from: a.at,
      to: b.at,
    })),
    ...without(added, all, 1).map((one): Change => ({
      ...placed(at, one.at, after),
      kind: 'added',
      item: one.value,
    })),
    ...without(removed, all, 0).map((one): Change => ({
      ...placed(at, one.at, before),
      kind: 'removed',
      item: one.value,
    })),
  ].sort((a, b) => position(a, at) - position(b, at))
}

type Pair = readonly [Item, Item]

/** Each of the first with the first of the second that fits it and is not taken. */
function pairs(first: readonly Item[], second: readonly Item[], fits: (a: Item, b: Item) => boolean): Pair[] {
  const free = [...second]
  return first.flatMap((a) => {
    const at = free.findIndex((b) => fits(a, b))
    const [b] = at < 0 ? [] : free.splice(at, 1)
    return b ? [[a, b] as const] : []
  })
}

const without = (items: readonly Item[], taken: readonly Pair[], side: 0 | 1): Item[] =>
  items.filter((item) => !taken.some((pair) => pair[side] === item))

/** A key is a position, so it says nothing of what a member is. */
function itemOf(value: unknown, at: number): Item {
  const {_key, ...rest} = isFields(value) ? value : {_key: null}
  return {value, json: canonicalJson(isFields(value) ? rest : (value ?? null)), at}
}

/** Half of the words, or what a treatment option, a result or another entry is about. References are never alike. */
function isAlike(a: Item, b: Item): boolean {
  if (isReference(a.value) || isReference(b.value)) return false
  if (!isFields(a.value) || !isFields(b.value)) return sharedWords(wordsOf(a.value), wordsOf(b.value)) >= 0.5
  if (a.value._type !== b.value._type) return false
  return isBlock(a.value) && isBlock(b.value)
    ? sharedWords(textOf(a.value), textOf(b.value)) >= 0.5
    : sharedWords(a.json, b.json) >= 0.5
}

function sharedWords(a: string, b: string): number {
  const [first, second] = [a, b].map((text) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [])
  const known = new Set(second)
  const shared = (first ?? []).filter((word) => known.has(word)).length
  return shared / Math.max(first?.length ?? 0, second?.length ?? 0, 1)
}

/** A place in a list; in a text it belongs to the heading above. */
function placed({path, section}: At, at: number, list: readonly unknown[]): At {
  const heading = list
    .slice(0, at + 1)
    .findLast((one) => isBlock(one) && typeof one.style === 'string' && /^h[1-6]$/.test(one.style))
  return {path: [...path, at], section: isBlock(heading) ? textOf(heading) : section}
}

const position = ({path}: Change, at: At) => Number(path[at.path.length])
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const isSame = (a: unknown, b: unknown) => a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null)
const isReference = (value: unknown) => isFields(value) && typeof value._ref === 'string'
const refOf = (value: unknown) => (isFields(value) && typeof value._ref === 'string' ? value._ref : null)
const isBlock = (value: unknown): value is Fields => isFields(value) && value._type === 'block'
const wordsOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** A choice such as `first` is a value; what holds a blank is prose. */
const isProse = (value: unknown) => typeof value === 'string' && /\s/.test(value.trim())

/** The words of a block. */
export function textOf({children}: Fields): string {
  const spans: unknown[] = Array.isArray(children) ? children : []
  return spans.map((span) => (isFields(span) ? wordsOf(span.text) : '')).join('')
}
