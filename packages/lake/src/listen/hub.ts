import type {Clock} from '../clock.ts'
import type {Logger} from '../log.ts'
import type {Store} from '../store/store.ts'
import type {Commit, Writer} from '../transact/transact.ts'
import {eventsFor, type MutationEvent, type Subscription, type Visibility} from './event.ts'
import {createReplay, type Replay} from './replay.ts'

/** Hands each commit to whoever listens, after it is durable and in its order. */
export type ListenerHub = {
  /** Calls `hear` with what this listener may see; gives a function that ends it. */
  subscribe(subscription: Subscription, hear: (events: MutationEvent[]) => void): () => void
  /** Calls `hear` with every commit of a dataset. */
  follow(dataset: string, hear: (commit: Commit) => void): () => void
  /** What a subscription missed, or null when that cannot be told any more. */
  missed(subscription: Subscription, lastEventId: string): MutationEvent[] | null
  replay: Replay
  /** Throws what the query throws, so that a bad filter is told at once. */
  check(subscription: Subscription): void
  /** Registers an open stream, to be ended on close. */
  hold(end: () => void): () => void
  /** How many streams are open. */
  count(): number
  /** Ends every open stream. */
  close(): void
}

export type ListenerHubOptions = Visibility & {writer: Writer; store: Store; clock: Clock; log: Logger}

export function createListenerHub(options: ListenerHubOptions): ListenerHub {
  const {writer, store, clock, log} = options
  const followers = new Map<(commit: Commit) => void, string>()
  const held = new Set<() => void>()
  const replay = createReplay(store, clock)
  const stop = writer.onCommit((commit) => {
    for (const [hear, dataset] of followers) {
      if (dataset !== commit.dataset) continue
      try {
        hear(commit)
      } catch (error) {
        // The write is done and answered for; one listener's trouble is not the writer's.
        log.error('listener failed', {error: String(error)})
      }
    }
  })
  const follow: ListenerHub['follow'] = (dataset, hear) => {
    const mine = (commit: Commit): void => hear(commit)
    followers.set(mine, dataset)
    return () => followers.delete(mine)
  }
  return {
    follow,
    replay,
    subscribe: (subscription, hear) =>
      follow(subscription.dataset, (commit) => {
        const events = eventsFor(commit, subscription, options)
        if (events.length > 0) hear(events)
      }),
    missed: (subscription, lastEventId) =>
      replay
        .after(subscription.dataset, lastEventId)
        ?.flatMap((commit) => eventsFor(commit, subscription, options)) ?? null,
    check: ({query, params}) => {
      options.matches(query, params, {_id: '-', _type: '-', _rev: '-', _createdAt: '-', _updatedAt: '-'})
    },
    hold: (end) => {
      held.add(end)
      return () => held.delete(end)
    },
    count: () => held.size,
    close: () => {
      stop()
      for (const end of held) end()
    },
  }
}
