import type {LakeDocument} from '../document.ts'
import type {Cause, Touched} from './types.ts'

/** The documents that one transaction touches: as they were, and as they are by now. */
export type WorkingSet = {
  get(id: string): LakeDocument | null
  put(document: LakeDocument): void
  remove(id: string): void
  /** What changes from here on is done by this item of the request. */
  begin(item: number, cause: Cause): void
  touched(): Touched[]
  /** Every road by which something changed, also where a later item changed it again. */
  causes(): ReadonlySet<Cause>
  /** A set of its own over what is here by now: for trying out what might be done. */
  fork(): WorkingSet
}

type Entry = Omit<Touched, 'id'>
type Read = (id: string) => LakeDocument | null

type WorkingSetOptions = {
  read: Read
  /** What gives a document its revision and times. */
  stamp: {transactionId: string; timestamp: string}
  cause: Cause
  /** Asked before each change; throws when this document is closed to it. */
  admit(id: string, cause: Cause, read: Read): void
}

/** Opens a working set over what `read` finds. */
export function openWorkingSet(options: WorkingSetOptions): WorkingSet {
  const {read, stamp, admit} = options
  const entries = new Map<string, Entry>()
  const causes = new Set<Cause>()
  let by = {item: 0, cause: options.cause}
  const entry = (id: string): Entry => {
    const known = entries.get(id)
    if (known) return known
    const stored = read(id)
    const made = {before: stored, after: stored, ...by}
    entries.set(id, made)
    return made
  }
  const get: Read = (id) => entry(id).after
  const change = (id: string, after: LakeDocument | null): void => {
    admit(id, by.cause, get)
    causes.add(by.cause)
    Object.assign(entry(id), {after, ...by})
  }
  return {
    get,
    put: (document) => {
      // A clock that was set back never makes a document look older than it was.
      const previous = entry(document._id).before?._updatedAt ?? ''
      const updatedAt = previous > stamp.timestamp ? previous : stamp.timestamp
      change(document._id, {...document, _rev: stamp.transactionId, _updatedAt: updatedAt})
    },
    remove: (id) => change(id, null),
    begin: (item, cause) => {
      by = {item, cause}
    },
    causes: () => causes,
    touched: () =>
      [...entries].map(([id, made]) => ({id, ...made})).filter(({before, after}) => before !== after),
    fork: () => openWorkingSet({...options, read: get, cause: by.cause}),
  }
}
