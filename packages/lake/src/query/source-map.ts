import type {Evaluation} from './evaluate.ts'
import {createTwins, fieldStep, memberStep, twinOf, type Origin, type Twins} from './twins.ts'

type Mapping = {type: 'value'; source: {type: 'documentValue'; document: number; path: number}}
export type SourceMap = {
  documents: {_id: string; _type: string}[]
  paths: string[]
  mappings: Record<string, Mapping>
}

/** The position of a member in a list, which it joins when it is not there yet. */
function createPlaces<T>(list: T[]): (key: string, make: () => T) => number {
  const places = new Map<string, number>()
  return (key, make) => {
    const place = places.get(key) ?? list.push(make()) - 1
    places.set(key, place)
    return place
  }
}

function createMap(): {map: SourceMap; add(at: string, origin: Origin): void} {
  const map: SourceMap = {documents: [], paths: [], mappings: {}}
  const documentAt = createPlaces(map.documents)
  const pathAt = createPlaces(map.paths)
  return {
    map,
    add: (at, {document, path}) => {
      const _id = typeof document['_originalId'] === 'string' ? document['_originalId'] : document._id
      const source = {
        type: 'documentValue' as const,
        document: documentAt(_id, () => ({_id, _type: document._type})),
        path: pathAt(path, () => path),
      }
      map.mappings[at] = {type: 'value', source}
    },
  }
}

/**
 * Where the plain values of a result were copied from (Sanity's content source maps). `evaluate` answers the same query
 * once more, over twins; a value that was computed has no source.
 */
export function sourceMapOf(
  value: unknown,
  evaluation: Evaluation,
  evaluate: (evaluation: Evaluation) => unknown,
): SourceMap {
  const twins = createTwins(evaluation.view)
  const twin = evaluate({...evaluation, view: twins.view})
  const {map, add} = createMap()
  compare({value, twin, at: '$', twins, add})
  return map
}

type Pair = {value: unknown; twin: unknown; at: string; twins: Twins; add(at: string, origin: Origin): void}

function compare({value, twin, at, ...rest}: Pair): void {
  const origin = rest.twins.originOf(twin)
  if (origin) {
    if (origin.value === value) rest.add(at, origin)
    return
  }
  if (typeof value !== 'object' || value === null || typeof twin !== 'object' || twin === null) return
  if (Array.isArray(value)) {
    if (!Array.isArray(twin) || twin.length !== value.length) return
    for (const [index, member] of value.entries()) {
      const each: unknown = twin[index]
      compare({value: member, twin: each, at: at + memberStep(member, index), ...rest})
    }
    return
  }
  for (const [name, field] of Object.entries(value)) {
    const each: unknown = Reflect.get(twin, twinOf(name))
    compare({value: field, twin: each, at: at + fieldStep(name), ...rest})
  }
}
