import type {Commit} from './types.ts'

type Listener = (commit: Commit) => void

/** Tells commits in their order: a listener that writes itself is told of its commit after everyone heard of this one. */
export function createTeller(): {tell: Listener; onCommit(listener: Listener): () => void} {
  const listeners = new Set<Listener>()
  const untold: Commit[] = []
  let isTelling = false
  return {
    tell: (commit) => {
      untold.push(commit)
      if (isTelling) return
      isTelling = true
      for (let next = untold.shift(); next; next = untold.shift()) {
        for (const listener of listeners) tellOne(listener, next)
      }
      isTelling = false
    },
    onCommit: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The write is durable by now: a listener's trouble must not look like a failed write. */
function tellOne(listener: Listener, commit: Commit): void {
  try {
    listener(commit)
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}
