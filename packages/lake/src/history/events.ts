import {draftIdOf, isPublishedId, publishedIdOf} from '../document-id.ts'
import type {LoggedTransaction} from './log.ts'

/** A step in a document's life as the Studio lists it. Edits are no events: the Studio reads them off the transactions. */
export type HistoryEvent = {
  id: string
  type: string
  documentId: string
  timestamp: string
  author: string
  [field: string]: unknown
}

/** The events of a document and its draft, newest first. */
export function eventsOf(publishedId: string, transactions: readonly LoggedTransaction[]): HistoryEvent[] {
  return transactions.flatMap((transaction) => eventsIn(publishedId, transaction)).toReversed()
}

function eventsIn(publishedId: string, transaction: LoggedTransaction): HistoryEvent[] {
  const {id, author, timestamp, changes} = transaction
  const common = {id, documentId: publishedId, timestamp, author}
  const of = (documentId: string) => changes.find((change) => change.id === documentId)
  const published = of(publishedId)
  const draft = of(draftIdOf(publishedId))
  const isDraftGone = draft?.before && !draft.after
  if (published?.after && isDraftGone) {
    const versionId = draftIdOf(publishedId)
    const versionRevisionId = draft.before?._rev
    const type = 'publishDocumentVersion'
    return [
      {
        ...common,
        type,
        revisionId: id,
        versionId,
        versionRevisionId,
        publishCause: {type: 'document.publish'},
      },
    ]
  }
  if (published?.before && !published.after) {
    if (draft?.after) return [{...common, type: 'unpublishDocument', versionId: publishedId}]
    return [{...common, type: 'deleteDocumentGroup'}]
  }
  if (published?.after) {
    const type = published.before ? 'updateLiveDocument' : 'createLiveDocument'
    return [{...common, type, revisionId: id}]
  }
  return changes.flatMap((change): HistoryEvent[] => {
    if (isPublishedId(change.id) || publishedIdOf(change.id) !== publishedId) return []
    const version = {...common, versionId: change.id}
    if (!change.before) return [{...version, type: 'createDocumentVersion', versionRevisionId: id}]
    if (!change.after) {
      return [{...version, type: 'deleteDocumentVersion', versionRevisionId: change.before._rev}]
    }
    return []
  })
}
