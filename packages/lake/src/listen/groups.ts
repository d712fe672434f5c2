import {withinDeadline} from '../deadline.ts'
import type {Commit} from '../transact/types.ts'
import {eventsFor, type MutationEvent, type Subscription, type Visibility} from './event.ts'
import {remembering} from './matches.ts'

/** What a filter may cost for one commit; one that takes longer is dropped with its listeners. */
const deadlineMs = 100

export type Hearer = {
  hear(events: MutationEvent[]): void
  /** Called once, when the filter turned out to be one that cannot be listened to. */
  fail(error: unknown): void
}

export type ListenerGroups = {
  add(subscription: Subscription, hearer: Hearer): () => void
  tell(commit: Commit): void
  /** What a subscription hears of commits, within its deadline. */
  eventsOf(commits: readonly Commit[], subscription: Subscription): MutationEvent[]
}

type Group = {subscription: Subscription; hearers: Set<Hearer>}

/**
 * Listeners that ask the same and are the same are one: five hundred tabs with one list cost one evaluation a commit.
 * All filters of a commit run under one deadline, because watching costs more than most of them; only where it passes
 * does each run under its own, so that the guilty one goes alone.
 */
export function createListenerGroups(
  visibility: Visibility,
  onFailure: (error: unknown) => void,
): ListenerGroups {
  const groups = new Map<string, Group>()
  const perCommit = (): Visibility => ({...visibility, matches: remembering(visibility.matches)})

  const drop = (key: string, error: unknown): void => {
    const hearers = groups.get(key)?.hearers ?? []
    groups.delete(key)
    onFailure(error)
    for (const hearer of hearers) hearer.fail(error)
  }
  const oneByOne = (commit: Commit, mine: readonly [string, Group][], shared: Visibility): void => {
    for (const [key, {subscription, hearers}] of mine) {
      try {
        const events = withinDeadline(() => eventsFor(commit, subscription, shared), deadlineMs)
        give(hearers, events)
      } catch (error) {
        drop(key, error)
      }
    }
  }
  const give = (hearers: Iterable<Hearer>, events: MutationEvent[]): void => {
    if (events.length === 0) return
    for (const {hear} of hearers) {
      try {
        hear(events)
      } catch (error) {
        // The write is done and answered for; one listener's trouble is not the others'.
        onFailure(error)
      }
    }
  }
  return {
    add: (subscription, hearer) => {
      const key = JSON.stringify(subscription)
      const group = groups.get(key) ?? {subscription, hearers: new Set()}
      groups.set(key, group)
      group.hearers.add(hearer)
      return () => {
        group.hearers.delete(hearer)
        if (group.hearers.size === 0) groups.delete(key)
      }
    },
    tell: (commit) => {
      const mine = [...groups].filter(([, {subscription}]) => subscription.dataset === commit.dataset)
      if (mine.length === 0) return
      const shared = perCommit()
      let told: MutationEvent[][]
      try {
        told = withinDeadline(
          () => mine.map(([, {subscription}]) => eventsFor(commit, subscription, shared)),
          deadlineMs,
        )
      } catch {
        // Which of them it was is found out by asking each; the answers until then are remembered.
        return oneByOne(commit, mine, shared)
      }
      for (const [index, [, {hearers}]] of mine.entries()) give(hearers, told[index] ?? [])
    },
    eventsOf: (commits, subscription) => {
      const shared = perCommit()
      // A second for each thousand commits beyond what one may cost: a long absence is no mistake.
      const allowedMs = deadlineMs + commits.length
      return withinDeadline(
        () => commits.flatMap((commit) => eventsFor(commit, subscription, shared)),
        allowedMs,
      )
    },
  }
}
