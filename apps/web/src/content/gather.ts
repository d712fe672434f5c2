import type {AnyDocument, DocumentType} from '@lantern/content/read'
import type {DocumentOf, Loader} from './loader.ts'

type Ref = {_ref: string}

/** The documents that a page shows, found by their references. */
export type Gathered = {
  one<T extends DocumentType>(type: T, ref: Ref | undefined): DocumentOf<T> | null
  all<T extends DocumentType>(type: T, refs: readonly Ref[] | undefined): DocumentOf<T>[]
}

const maxLevels = 3

/**
 * Loads documents level by level: first `ids`, then what `next` says is shown of each. Only what is shown is followed,
 * so that publishing a document makes fresh the pages that show it and no other.
 */
export async function gather(
  loader: Loader,
  ids: readonly string[],
  next: (document: AnyDocument) => readonly string[] = () => [],
): Promise<Gathered> {
  const known = new Map<string, AnyDocument>()
  const asked = new Set<string>()
  let level = ids
  for (let depth = 0; depth < maxLevels && level.length > 0; depth += 1) {
    for (const id of level) asked.add(id)
    const {documents} = await loader.documents(level)
    for (const [id, document] of documents) known.set(id, document)
    level = [...documents.values()].flatMap(next).filter((id) => !asked.has(id))
  }
  return gathered(known)
}

export function gathered(known: ReadonlyMap<string, AnyDocument>): Gathered {
  const one = <T extends DocumentType>(type: T, ref: Ref | undefined): DocumentOf<T> | null => {
    const document = ref && known.get(ref._ref)
    return document?._type === type ? (document as DocumentOf<T>) : null
  }
  return {one, all: (type, refs) => (refs ?? []).flatMap((ref) => one(type, ref) ?? [])}
}
