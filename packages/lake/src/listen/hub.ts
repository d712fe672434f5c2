import type {Clock} from '../clock.ts'
import {withinDeadline} from '../deadline.ts'
import type {Logger} from '../log.ts'
import type {Store} from '../store/store.ts'
import type {Commit, Writer} from '../transact/transact.ts'
import type {MutationEvent, Subscription, Visibility} from './event.ts'
import {createListenerGroups, type Hearer} from './groups.ts'
import {createReplay, type Replay} from './replay.ts'

/** Hands each commit to whoever listens, after it is durable and in its order. */
export type ListenerHub = {
  /** Calls `hear` with what this listener may see; gives a function that ends it. */
  subscribe(subscription: Subscription, hearer: Hearer): () => void
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

const checkMs = 100
const nobody = {_id: '-', _type: '-', _rev: '-', _createdAt: '-', _updatedAt: '-'}

export function createListenerHub(options: ListenerHubOptions): ListenerHub {
  const {writer, store, clock, log} = options
  const followers = new Map<(commit: Commit) => void, string>()
  const held = new Set<() => void>()
  const replay = createReplay(store, clock)
  const report = (error: unknown): void => log.error('listener failed', {error: String(error)})
  const groups = createListenerGroups(options, report)
  const stop = writer.onCommit((commit) => {
    groups.tell(commit)
    for (const [hear, dataset] of followers) {
      if (dataset !== commit.dataset) continue
      try {
        hear(commit)
      } catch (error) {
        report(error)
      }
    }
  })
  return {
    subscribe: groups.add,
    follow: (dataset, hear) => {
      const mine = (commit: Commit): void => hear(commit)
      followers.set(mine, dataset)
      return () => followers.delete(mine)
    },
    replay,
    missed: (subscription, lastEventId) => {
      const found = replay.after(subscription.dataset, lastEventId)
      if (!found) return null
      // The commit that broke off is looked at whole, so that its total counts what was heard before as well.
      const events = groups.eventsOf(found.commits, subscription)
      return events.filter(
        ({transactionId, documentId}) =>
          transactionId !== found.heard.transactionId || documentId > found.heard.documentId,
      )
    },
    check: ({query, params}) => {
      withinDeadline(() => options.matches(query, params, nobody), checkMs)
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
