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
    .map((change) => openSides(change, subscription, visibility))
    .map((change) => ({change, transition: transitionOf(change, subscription, visibility)}))
    .filter(({transition}) => transition !== null)
  return heard.map(({change, transition}, index) => ({
    ...eventOf(change, subscription),
    transition: transition ?? 'update',
    transactionTotalEvents: heard.length,
    transactionCurrentEvent: index + 1,
  }))
}

/** A state that is closed to the listener is to it as if there were no document. */
function openSides(change: Change, {identity}: Subscription, {mayRead}: Visibility): Change {
  const open = (side: LakeDocument | null) => (side && mayRead(identity, change.dataset, side) ? side : null)
  return {...change, before: open(change.before), after: open(change.after)}
}

function transitionOf(
  {before, after}: Change,
  {query, params}: Subscription,
  {matches}: Visibility,
): MutationEvent['transition'] | null {
  const seen = (document: LakeDocument | null): boolean =>
    document !== null && matches(query, params, document)
  const [was, is] = [seen(before), seen(after)]
  if (was) return is ? 'update' : 'disappear'
  return is ? 'appear' : null
}

function eventOf(change: Change, subscription: Subscription) {
  const {transactionId, documentId, before, after, author, timestamp} = change
  return {
    eventId: eventIdOf(transactionId, documentId),
    documentId,
    transactionId,
    identity: author,
    ...(before ? {previousRev: before._rev} : {}),
    resultRev: transactionId,
    timestamp,
    visibility: 'query' as const,
    ...(subscription.includeMutations ? {mutations: mutationsOf(change)} : {}),
    ...(subscription.includeResult ? {result: after} : {}),
    ...(subscription.includePreviousRevision ? {previous: before} : {}),
    ...(subscription.includeEffects ? {effects: effectsOf(before, after)} : {}),
  }
}

/** The change as one mutation of this document alone: what else the transaction held may be closed to this listener. */
function mutationsOf({documentId, before, after}: Change): unknown[] {
  if (!after) return [{delete: {id: documentId}}]
  return [before ? {createOrReplace: after} : {create: after}]
}
