import type {LakeDocument} from '../document.ts'
import type {Store} from '../store/store.ts'

/** The documents that one transaction touches: as they were, and as they are by now. */
export type WorkingSet = {
  get(id: string): LakeDocument | null
  put(document: LakeDocument): void
  remove(id: string): void
  touched(): {id: string; before: LakeDocument | null; after: LakeDocument | null}[]
}

/** Opens a working set over what the store holds. `stamp` gives a document its revision and times. */
export function openWorkingSet(
  store: Store,
  dataset: string,
  stamp: {transactionId: string; timestamp: string},
): WorkingSet {
  const entries = new Map<string, {before: LakeDocument | null; after: LakeDocument | null}>()
  const entry = (id: string) => {
    const known = entries.get(id)
    if (known) return known
    const stored = store.get(dataset, id)
    const made = {before: stored, after: stored}
    entries.set(id, made)
    return made
  }
  return {
    get: (id) => entry(id).after,
    put: (document) => {
      const place = entry(document._id)
      // A clock that was set back never makes a document look older than it was.
      const previous = place.before?._updatedAt ?? ''
      const updatedAt = previous > stamp.timestamp ? previous : stamp.timestamp
      place.after = {...document, _rev: stamp.transactionId, _updatedAt: updatedAt}
    },
    remove: (id) => {
      entry(id).after = null
    },
    touched: () =>
      [...entries]
        .map(([id, {before, after}]) => ({id, before, after}))
        .filter(({before, after}) => before !== after),
  }
}
