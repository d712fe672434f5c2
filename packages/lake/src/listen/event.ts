import type {LakeDocument} from '../document.ts'
import {isVersionId} from '../document-id.ts'
import type {Identity} from '../identity.ts'
import {effectsOf, type Effects} from '../history/effects.ts'
import type {Change, Commit} from '../transact/types.ts'
import type {Matches} from './matches.ts'

export type Subscription = {
  dataset: string
  query: string
  params: Record<string, unknown>
  identity: Identity | null
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
  includeAllVersions: boolean
}

export type MutationEvent = {
  eventId: string
  documentId: string
  transactionId: string
  transition: 'appear' | 'update' | 'disappear'
  identity: string
  previousRev?: string
  resultRev?: string
  timestamp: string
  visibility: 'query'
  transactionTotalEvents: number
  transactionCurrentEvent: number
  mutations?: unknown[]
  result?: LakeDocument | null
  previous?: LakeDocument | null
  effects?: Effects
}

export type Visibility = {
  matches: Matches
  mayRead(identity: Identity | null, dataset: string, document: LakeDocument): boolean
}

export const eventIdOf = (transactionId: string, documentId: string): string =>
  `${transactionId}#${documentId}`

/** A document's change as one listener may see it: a side that is closed to it is as if it were not there. */
type SeenChange = {change: Change; before: LakeDocument | null; after: LakeDocument | null}

/**
 * What one listener hears of one commit: one event for each document that it saw before or sees now. The total counts
 * this listener's events, because the Studio waits until it has received that many.
 */
export function eventsFor(
  commit: Commit,
  subscription: Subscription,
  visibility: Visibility,
): MutationEvent[] {
  const heard = commit.changes
    // Versions are for those who ask for them; the Studio always does.
    .filter(({documentId}) => subscription.includeAllVersions || !isVersionId(documentId))
    // In the order in which the log replays them, so that a resumed listener misses nothing and hears nothing twice.
    .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
    .map((change) => seenBy(change, subscription, visibility))
    .map((seen) => ({seen, transition: transitionOf(seen, subscription, visibility)}))
    .filter(({transition}) => transition !== null)
  return heard.map(({seen, transition}, index) => ({
    ...eventOf(seen, subscription),
    transition: transition ?? 'update',
    transactionTotalEvents: heard.length,
    transactionCurrentEvent: index + 1,
  }))
}

function seenBy(change: Change, {identity}: Subscription, {mayRead}: Visibility): SeenChange {
  const seen = (document: LakeDocument | null): LakeDocument | null =>
    document !== null && mayRead(identity, change.dataset, document) ? document : null
  return {change, before: seen(change.before), after: seen(change.after)}
}

function transitionOf(
  {before, after}: SeenChange,
  {query, params}: Subscription,
  {matches}: Visibility,
): MutationEvent['transition'] | null {
  const was = before !== null && matches(query, params, before)
  const is = after !== null && matches(query, params, after)
  if (was) return is ? 'update' : 'disappear'
  return is ? 'appear' : null
}

function eventOf({change, before, after}: SeenChange, subscription: Subscription) {
  const {transactionId, documentId, author, timestamp} = change
  return {
    eventId: eventIdOf(transactionId, documentId),
    documentId,
    transactionId,
    identity: author,
    ...(before ? {previousRev: before._rev} : {}),
    resultRev: transactionId,
    timestamp,
    visibility: 'query' as const,
    ...(subscription.includeMutations ? {mutations: mutationsOf(documentId, before, after)} : {}),
    ...(subscription.includeResult ? {result: after} : {}),
    ...(subscription.includePreviousRevision ? {previous: before} : {}),
    ...(subscription.includeEffects ? {effects: effectsOf(before, after)} : {}),
  }
}

/** The change as one mutation of this document alone: what else the transaction held may be closed to this listener. */
function mutationsOf(documentId: string, before: LakeDocument | null, after: LakeDocument | null): unknown[] {
  if (!after) return [{delete: {id: documentId}}]
  return [before ? {createOrReplace: after} : {create: after}]
}
