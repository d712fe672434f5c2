import {applyPatch} from 'mendoza'

/**
 * Encodes the difference of two values as a Mendoza patch (github.com/sanity-io/mendoza): a flat list of operations.
 * The numbers are the format's opcodes; field indexes refer to the input object's keys in plain sorted order.
 */
const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  pushElementBlank: 13,
  returnIntoObject: 15,
  returnIntoArray: 16,
  setField: 17,
  deleteField: 19,
  append: 20,
  appendSlice: 21,
  appendText: 22,
  appendTextSlice: 23,
} as const

export type MendozaPatch = unknown[]
type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** The patch that turns `before` into `after`; each is applied once before it is given out. */
export function encodePatch(before: unknown, after: unknown): MendozaPatch {
  if (isFields(before) && isFields(after)) {
    const patch = patchFields(before, after)
    if (isRight(before, after, patch)) return patch
  }
  return [op.value, after]
}

function isRight(before: unknown, after: unknown, patch: MendozaPatch): boolean {
  try {
    const made: unknown = applyPatch(before, patch)
    return canonical(made) === canonical(after)
  } catch {
    // An encoder that failed is the reason for this check: the whole value is sent instead.
    return false
  }
}

/** JSON with sorted keys: patching keeps no order of fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, field: unknown) =>
    isFields(field) ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1))) : field,
  )
}

function patchFields(before: Fields, after: Fields): MendozaPatch {
  const patch: MendozaPatch = []
  const keys = Object.keys(before).sort()
  for (const [index, key] of keys.entries()) {
    if (!Object.hasOwn(after, key)) patch.push(op.deleteField, index)
    else if (!same(before[key], after[key])) {
      patch.push(...patchField({index, key, before: before[key], after: after[key]}))
    }
  }
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key)) patch.push(op.setField, value, key)
  }
  return patch
}

type Field = {index: number; key: string; before: unknown; after: unknown}

function patchField({index, key, before, after}: Field): MendozaPatch {
  const inside = patchInside(before, after)
  if (!inside) return [op.setField, after, key]
  const push = inside.isBlank ? op.pushFieldBlank : op.pushFieldCopy
  return [push, index, ...inside.patch, op.returnIntoObject]
}

/** A patch inside a value of one kind; null where the value is better written whole. */
function patchInside(before: unknown, after: unknown): {patch: MendozaPatch; isBlank: boolean} | null {
  if (isFields(before) && isFields(after)) return {patch: patchFields(before, after), isBlank: false}
  // A blank to which nothing is appended stays null, so the empty value is written whole.
  if (Array.isArray(before) && Array.isArray(after) && after.length > 0) {
    return {patch: patchItems(before, after), isBlank: true}
  }
  if (typeof before === 'string' && typeof after === 'string' && after !== '') {
    const patch = patchText(before, after)
    return patch ? {patch, isBlank: true} : null
  }
  return null
}

function patchItems(before: readonly unknown[], after: readonly unknown[]): MendozaPatch {
  const patch: MendozaPatch = []
  const places = new Map<string, number>()
  const keyed = new Map<unknown, number>()
  for (const [index, item] of before.entries()) {
    if (!places.has(JSON.stringify(item))) places.set(JSON.stringify(item), index)
    if (isFields(item) && typeof item['_key'] === 'string') keyed.set(item['_key'], index)
  }
  // Neighbours that stay together are one slice: `end` is where the open slice may go on, -1 when none is open.
  let end = -1
  for (const item of after) {
    if (end >= 0 && end < before.length && same(before[end], item)) {
      end += 1
      patch[patch.length - 1] = end
      continue
    }
    const place = places.get(JSON.stringify(item))
    end = place === undefined ? -1 : place + 1
    patch.push(...(place === undefined ? patchItem(before, keyed, item) : [op.appendSlice, place, end]))
  }
  return patch
}

function patchItem(before: readonly unknown[], keyed: Map<unknown, number>, item: unknown): MendozaPatch {
  const place = isFields(item) ? keyed.get(item['_key']) : undefined
  const inside = place === undefined ? null : patchInside(before[place], item)
  if (!inside) return [op.append, item]
  return [op.pushElementCopy, place, ...inside.patch, op.returnIntoArray]
}

const bytes = (points: readonly string[]): number => Buffer.byteLength(points.join(''))

/** Common beginning and end by code point, offsets in bytes of UTF-8. Null when the two share nothing. */
function patchText(before: string, after: string): MendozaPatch | null {
  const from = [...before]
  const to = [...after]
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start++
  let end = 0
  const room = Math.min(from.length, to.length) - start
  while (end < room && from[from.length - 1 - end] === to[to.length - 1 - end]) end++
  if (start + end === 0) return null
  const middle = to.slice(start, to.length - end).join('')
  const total = bytes(from)
  return [
    ...(start > 0 ? [op.appendTextSlice, 0, bytes(from.slice(0, start))] : []),
    ...(middle === '' ? [] : [op.appendText, middle]),
    ...(end > 0 ? [op.appendTextSlice, total - bytes(from.slice(from.length - end)), total] : []),
  ]
}
