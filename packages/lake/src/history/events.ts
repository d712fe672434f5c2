import {draftIdOf, isDraftId, isPublishedId, isVersionId, publishedIdOf, releaseOf} from '../document-id.ts'
import {releaseDocumentId, releaseIdOf} from '../releases/release.ts'
import type {LoggedTransaction} from './logged-transaction.ts'

/** A step in a document's life as the Studio lists it. Edits are no events: the Studio reads them off the transactions. */
export type HistoryEvent = {
  id: string
  type: string
  timestamp: string
  author: string
  [field: string]: unknown
}

type Change = LoggedTransaction['changes'][number]

/** Which revision a document had after the numbered transaction. */
type RevisionAt = (documentId: string, seq: number) => string | null

/** The steps that one transaction was in the life of a document, as one sees them who looks at this id of it. */
export function eventsIn(
  askedId: string,
  transaction: LoggedTransaction,
  revisionAt: RevisionAt,
): HistoryEvent[] {
  const publishedId = publishedIdOf(askedId)
  const group = transaction.changes.filter(({id}) => publishedIdOf(id) === publishedId)
  const common = commonOf(publishedId, transaction)
  const events = [
    ...publishedEvents(publishedId, group, transaction),
    ...group.flatMap((change) => variantEvents(change, group, common)),
    ...scheduleEvents(publishedId, transaction, revisionAt),
  ]
  return events.filter((event) => concerns(askedId, event))
}

function commonOf(documentId: string, {id, author, timestamp}: LoggedTransaction) {
  return {id, documentId, timestamp, author}
}

/** Somebody who looks at a draft or version is told of that one, and of what befell the whole document. */
function concerns(askedId: string, {type, versionId}: HistoryEvent): boolean {
  if (isVersionId(askedId)) return versionId === askedId || type === 'deleteDocumentGroup'
  if (typeof versionId !== 'string' || type === 'unpublishDocument') return true
  if (isDraftId(askedId)) return versionId === askedId
  return type === 'publishDocumentVersion' || !isVersionId(versionId)
}

function publishedEvents(
  publishedId: string,
  group: readonly Change[],
  transaction: LoggedTransaction,
): HistoryEvent[] {
  const published = group.find(({id}) => id === publishedId)
  if (!published) return []
  const common = commonOf(publishedId, transaction)
  const spent = group.find(({id, before, after}) => id !== publishedId && before && !after)
  if (published.after) {
    if (spent) return [{...common, ...publishedBy(spent, transaction)}]
    const type = published.before ? 'updateLiveDocument' : 'createLiveDocument'
    return [{...common, type, revisionId: transaction.id}]
  }
  const isKept = group.some(({id, after}) => isDraftId(id) && after) || (spent && isVersionId(spent.id))
  if (!isKept && !transaction.action.includes('unpublish')) return [{...common, type: 'deleteDocumentGroup'}]
  const versionId = spent?.id ?? publishedId
  const versionRevisionId = (spent ?? published).before?._rev
  return [{...common, type: 'unpublishDocument', versionId, versionRevisionId, ...releaseField(versionId)}]
}

function publishedBy(spent: Change, {id, action}: LoggedTransaction) {
  const cause = ['release.schedule', 'release.publish'].find((name) => action.includes(name))
  return {
    type: 'publishDocumentVersion',
    revisionId: id,
    versionId: spent.id,
    versionRevisionId: spent.before?._rev,
    publishCause: cause ?? 'document.publish',
    ...releaseField(spent.id),
  }
}

const releaseField = (versionId: string): {releaseId?: string} => {
  const releaseId = releaseOf(versionId)
  return releaseId === null ? {} : {releaseId}
}

/** Where a draft or version appears, or goes without having been published. */
function variantEvents(
  {id, before, after}: Change,
  group: readonly Change[],
  common: ReturnType<typeof commonOf>,
): HistoryEvent[] {
  if (isPublishedId(id)) return []
  const version = {...common, versionId: id, ...releaseField(id)}
  if (!before) return [{...version, type: 'createDocumentVersion', versionRevisionId: common.id}]
  const isSpent = group.some((other) => isPublishedId(other.id))
  if (after || isSpent) return []
  return [{...version, type: 'deleteDocumentVersion', versionRevisionId: before._rev}]
}

/** A version is scheduled and unscheduled with its release. */
function scheduleEvents(
  publishedId: string,
  transaction: LoggedTransaction,
  revisionAt: RevisionAt,
): HistoryEvent[] {
  return transaction.changes.flatMap(({id, before, after}): HistoryEvent[] => {
    const releaseId = releaseIdOf(id)
    if (releaseId === null) return []
    const versionId = `versions.${releaseId}.${publishedId}`
    const versionRevisionId = revisionAt(versionId, transaction.seq)
    if (versionRevisionId === null) return []
    const event = {...commonOf(publishedId, transaction), releaseId, versionId, versionRevisionId}
    const publishAt = after?.['publishAt']
    if (after?.['state'] === 'scheduled' && before?.['publishAt'] !== publishAt)
      return [{...event, type: 'scheduleDocumentVersion', publishAt, state: 'pending'}]
    const isOpenAgain = before?.['state'] === 'scheduled' && after?.['state'] === 'active'
    return isOpenAgain ? [{...event, type: 'unscheduleDocumentVersion'}] : []
  })
}

/** The documents that an id's events are read off. */
export function eventSources(askedId: string, versionIds: readonly string[]): string[] {
  const publishedId = publishedIdOf(askedId)
  const releases = isVersionId(askedId) ? [askedId] : []
  return [
    ...new Set([publishedId, draftIdOf(publishedId), askedId, ...versionIds]),
    ...releases.flatMap((id) => releaseOf(id) ?? []).map(releaseDocumentId),
  ]
}
