import {isVersionId, publishedIdOf} from '../document-id.ts'
import {releaseDocumentId} from '../releases/release.ts'
import type {HistoryEvent} from './events.ts'
import type {LoggedTransaction} from './logged-transaction.ts'

/** What became of a release in one transaction, as the Studio's activity lists it. The Studio adds edits of it itself. */
export function releaseEventsIn(releaseId: string, transaction: LoggedTransaction): HistoryEvent[] {
  const {id, author, timestamp, changes} = transaction
  const common = {id, author, timestamp, releaseName: releaseId}
  const release = changes.find((change) => change.id === releaseDocumentId(releaseId))
  const [was, is] = [release?.before?.['state'], release?.after?.['state']]
  const step = stepOf(was, is, release?.before?.['publishAt'] !== release?.after?.['publishAt'])
  const own: HistoryEvent[] = step
    ? [
        {
          ...common,
          type: step,
          ...(step === 'scheduleRelease' ? {publishAt: release?.after?.['publishAt']} : {}),
        },
      ]
    : []
  // Versions that go or come back with their release are not put in or taken out.
  const isMoved = step !== null && step !== 'createRelease' && step !== 'scheduleRelease'
  const members = isMoved ? [] : changes.filter((change) => isVersionId(change.id))
  return [
    ...members.flatMap(({id: versionId, before, after}): HistoryEvent[] => {
      const about = {documentId: publishedIdOf(versionId), documentType: (after ?? before)?._type, versionId}
      if (!before)
        return [{...common, ...about, type: 'addDocumentToRelease', versionRevisionId: id, revisionId: id}]
      return after
        ? []
        : [{...common, ...about, type: 'discardDocumentFromRelease', versionRevisionId: before._rev}]
    }),
    ...own,
  ]
}

function stepOf(was: unknown, is: unknown, isTimeNew: boolean): string | null {
  if (was === undefined) return is === undefined ? null : 'createRelease'
  if (is === undefined) return 'deleteRelease'
  if (is === 'scheduled') return isTimeNew ? 'scheduleRelease' : null
  if (was === is) return null
  if (is === 'active') return was === 'scheduled' ? 'unscheduleRelease' : 'unarchiveRelease'
  return is === 'published' ? 'publishRelease' : 'archiveRelease'
}
