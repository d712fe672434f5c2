import {isDeepStrictEqual} from 'node:util'
import {LakeError} from '../lake-error.ts'

type Path = readonly (string | number)[]
type Node = {type: string; [field: string]: unknown}
type Sides = {before: unknown; after: unknown}

/** What every change changes says nothing about it. */
const always = new Set(['_rev', '_updatedAt'])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNode = (value: unknown): value is Node => isRecord(value) && typeof value['type'] === 'string'

/**
 * The tree of a query with each `delta::changedAny(…)` and `delta::changedOnly(…)` replaced by its answer for one change:
 * groq-js knows them only where it may wait, and a webhook is decided inside the write.
 */
export function withChangesAnswered<Tree>(tree: Tree, sides: Sides): Tree
export function withChangesAnswered(tree: unknown, sides: Sides): unknown {
  if (Array.isArray(tree)) return tree.map((member: unknown) => withChangesAnswered(member, sides))
  if (!isRecord(tree) || Object.getPrototypeOf(tree) !== Object.prototype) return tree
  const [selector] = Array.isArray(tree['args']) ? tree['args'] : []
  const name = tree['type'] === 'FuncCall' && tree['namespace'] === 'delta' ? tree['name'] : null
  if (name === 'changedAny') return {type: 'Value', value: changedAny(selector, sides)}
  if (name === 'changedOnly') return {type: 'Value', value: changedOnly(selector, sides)}
  return Object.fromEntries(
    Object.entries(tree).map(([field, value]) => [field, withChangesAnswered(value, sides)]),
  )
}

function changedAny(selector: unknown, {before, after}: Sides): boolean {
  const selected = (side: unknown): unknown[] => pathsOf(selector, side).map((path) => at(side, path))
  return !isDeepStrictEqual(selected(before), selected(after))
}

function changedOnly(selector: unknown, {before, after}: Sides): boolean {
  const selected = [...pathsOf(selector, before), ...pathsOf(selector, after)]
  return differing(before, after).every((path) =>
    selected.some((chosen) => chosen.every((step, index) => step === path[index])),
  )
}

/** The places that a selector names in a document. */
function pathsOf(selector: unknown, document: unknown): Path[] {
  if (!isNode(selector)) return [[]]
  switch (selector.type) {
    case 'AccessAttribute':
      return pathsOf(selector['base'], document).map((path) => [...path, String(selector['name'])])
    case 'Group':
      return pathsOf(selector['base'], document)
    case 'Tuple':
      return Array.isArray(selector['members'])
        ? selector['members'].flatMap((member: unknown) => pathsOf(member, document))
        : []
    case 'ArrayCoerce':
      return pathsOf(selector['base'], document).flatMap((path) => itemsAt(document, path))
    case 'Map':
      return pathsOf(selector['base'], document).flatMap((path) =>
        pathsOf(selector['expr'], at(document, path)).map((inner) => [...path, ...inner]),
      )
    case 'This':
      return [[]]
    default:
      throw new LakeError('queryFailed', `delta:: cannot select by ${selector.type}`)
  }
}

function itemsAt(document: unknown, path: Path): Path[] {
  const list = at(document, path)
  return Array.isArray(list) ? list.map((_item, index) => [...path, index]) : []
}

function at(value: unknown, path: Path): unknown {
  let found = value
  for (const step of path) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined
  }
  return found
}

function differing(before: unknown, after: unknown, path: Path = []): Path[] {
  if (isDeepStrictEqual(before, after)) return []
  if (!isRecord(before) || !isRecord(after)) return [path]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names]
    .filter((name) => path.length > 0 || !always.has(name))
    .flatMap((name) => differing(before[name], after[name], [...path, name]))
}
