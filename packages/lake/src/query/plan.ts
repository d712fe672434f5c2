import {parseQuery} from './parse.ts'

/** What a query can at most touch, when its one look at the dataset is narrowed by equality. */
export type Plan =
  | {by: 'everything'}
  | {by: 'ids'; ids: string[]}
  | {by: 'types'; types: string[]}
  | {by: 'slug'; slug: string}
  | {by: 'references'; id: string}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const everything: Plan = {by: 'everything'}
const rank: Record<Plan['by'], number> = {ids: 0, slug: 1, references: 2, types: 3, everything: 4}

function countEverything(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, member) => sum + countEverything(member), 0)
  if (!isObject(node)) return 0
  const own = node['type'] === 'Everything' ? 1 : 0
  return own + Object.values(node).reduce<number>((sum, field) => sum + countEverything(field), 0)
}

function findFilter(node: unknown): Record<string, unknown> | null {
  if (!isObject(node)) return null
  if (node['type'] === 'Filter' && isObject(node['base']) && node['base']['type'] === 'Everything')
    return node
  for (const field of Object.values(node)) {
    const found = Array.isArray(field) ? field.map(findFilter).find(Boolean) : findFilter(field)
    if (found) return found
  }
  return null
}

function conjuncts(node: unknown): Record<string, unknown>[] {
  if (!isObject(node)) return []
  if (node['type'] === 'And') return [...conjuncts(node['left']), ...conjuncts(node['right'])]
  if (node['type'] === 'Group') return conjuncts(node['base'])
  return [node]
}

function literal(node: unknown): unknown {
  if (!isObject(node)) return undefined
  if (node['type'] === 'Value') return node['value']
  if (node['type'] !== 'Array' || !Array.isArray(node['elements'])) return undefined
  const members = node['elements'].map((element: unknown) =>
    isObject(element) && element['isSplat'] === false ? literal(element['value']) : undefined,
  )
  return members.includes(undefined) ? undefined : members
}

function fieldName(node: unknown): string | null {
  if (!isObject(node) || node['type'] !== 'AccessAttribute' || typeof node['name'] !== 'string') return null
  const base = node['base']
  if (base === undefined) return node['name']
  const outer = fieldName(base)
  return outer === null ? null : `${outer}.${node['name']}`
}

const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((member) => typeof member === 'string') ? value : null

function planOf(node: Record<string, unknown>): Plan {
  if (
    node['type'] === 'FuncCall' &&
    node['namespace'] === 'global' &&
    node['name'] === 'references' &&
    Array.isArray(node['args'])
  ) {
    const id = node['args'].length === 1 ? literal(node['args'][0]) : undefined
    return typeof id === 'string' ? {by: 'references', id} : everything
  }
  if (node['type'] !== 'OpCall') return everything
  const isEquality = node['op'] === '=='
  if (!isEquality && node['op'] !== 'in') return everything
  const name = fieldName(node['left']) ?? (isEquality ? fieldName(node['right']) : null)
  const value = literal(fieldName(node['left']) ? node['right'] : node['left'])
  const wanted = isEquality ? (typeof value === 'string' ? [value] : null) : texts(value)
  if (!wanted || name === null) return everything
  if (name === '_id') return {by: 'ids', ids: wanted}
  if (name === '_type') return {by: 'types', types: wanted}
  if (name === 'slug.current' && wanted[0] !== undefined && wanted.length === 1)
    return {by: 'slug', slug: wanted[0]}
  return everything
}

/** The narrowest index that holds every document which the query can see. It never changes a result. */
export function planQuery(query: string, params: Record<string, unknown>): Plan {
  const {tree} = parseQuery(query, params)
  if (countEverything(tree) !== 1) return everything
  const filter = findFilter(tree)
  if (!filter) return everything
  const plans = conjuncts(filter['expr']).map(planOf)
  return plans.toSorted((one, other) => rank[one.by] - rank[other.by])[0] ?? everything
}
