import type {LakeDocument} from '../document.ts'

/**
 * A list whose members are read one by one while groq-js iterates it, so that a filter over a whole dataset holds only what
 * it lets through. It has no length: hand it out where nothing else than an iteration reads it.
 */
export function streamOf(source: Iterable<LakeDocument>): LakeDocument[] {
  const list: LakeDocument[] = []
  Object.defineProperty(list, Symbol.iterator, {value: () => source[Symbol.iterator]()})
  return list
}
