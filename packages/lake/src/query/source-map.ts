import type {LakeDocument} from '../document.ts'

type SourceMap = {
  documents: {_id: string; _type: string}[]
  paths: string[]
  mappings: Record<string, {type: 'value'; source: {type: 'documentValue'; document: number; path: number}}>
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const step = (name: string): string => `['${name.replaceAll("'", "\\'")}']`

/** The position of a member in a list, which it joins when it is not there yet. */
function place<T>(list: T[], same: (member: T) => boolean, make: T): number {
  const found = list.findIndex(same)
  return found >= 0 ? found : list.push(make) - 1
}

/**
 * Where the texts of a result come from, by the nearest object with an `_id` and the same place in that document. A text
 * that was renamed or computed is left out (DIFFERENCES.md).
 */
export function sourceMapOf(result: unknown, get: (id: string) => LakeDocument | null): SourceMap {
  const map: SourceMap = {documents: [], paths: [], mappings: {}}
  const walk = (
    value: unknown,
    at: string,
    owner: {document: LakeDocument; path: string; value: unknown} | null,
  ): void => {
    if (typeof value === 'string') {
      if (!owner || owner.value !== value) return
      const id = String(owner.document['_originalId'] ?? owner.document._id)
      const document = place(map.documents, (known) => known._id === id, {
        _id: id,
        _type: owner.document._type,
      })
      const path = place(map.paths, (known) => known === owner.path, owner.path)
      map.mappings[at] = {type: 'value', source: {type: 'documentValue', document, path}}
      return
    }
    if (!isObject(value)) return
    const own = !Array.isArray(value) && typeof value['_id'] === 'string' ? get(value['_id']) : null
    const next = own ? {document: own, path: '$', value: own} : owner
    for (const [name, field] of Object.entries(value)) {
      const key = Array.isArray(value) ? keyedStep(field, name) : step(name)
      const source: unknown = isObject(next?.value) ? Reflect.get(next.value, name) : undefined
      walk(
        field,
        `${at}${key}`,
        next && {
          ...next,
          path: `${next.path}${Array.isArray(next.value) ? keyedStep(source, name) : step(name)}`,
          value: source,
        },
      )
    }
  }
  walk(result, '$', null)
  return map
}

function keyedStep(member: unknown, index: string): string {
  const key = isObject(member) ? member['_key'] : undefined
  return typeof key === 'string' ? `[?(@._key=='${key}')]` : `[${index}]`
}
