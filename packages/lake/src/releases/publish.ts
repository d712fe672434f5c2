import {draftIdOf, publishedIdOf} from '../document-id.ts'
import type {LakeDocument} from '../document.ts'
import {strengthen} from '../transact/references.ts'
import type {WorkingSet} from '../transact/working-set.ts'

/** What the lake and the Studio keep about a document beside its content; empty when there is nothing. */
export function systemOf(document: LakeDocument): Record<string, unknown> {
  const system = document['_system']
  return typeof system === 'object' && system !== null && !Array.isArray(system) ? {...system} : {}
}

export const isMarkedForUnpublishing = (document: LakeDocument): boolean =>
  systemOf(document)['delete'] === true

/** Publishes a draft or version: its content takes the published document's place, and it goes. */
export function publishOver(variant: LakeDocument, documents: WorkingSet): void {
  const publishedId = publishedIdOf(variant._id)
  const createdAt = documents.get(publishedId)?._createdAt ?? variant._createdAt
  const {_system, ...content} = variant
  documents.put({...strengthen(content), _id: publishedId, _createdAt: createdAt})
  documents.remove(variant._id)
}

/** Takes a published document back to its draft; a draft that is there stays as it is. */
export function unpublishToDraft(publishedId: string, draftId: string, documents: WorkingSet): void {
  const published = documents.get(publishedId)
  if (published && !documents.get(draftId)) documents.put({...published, _id: draftId})
  documents.remove(publishedId)
}

/** Does to the published documents what the versions of a release say. */
export function publishVersions(versions: readonly LakeDocument[], documents: WorkingSet): void {
  for (const version of versions) {
    if (!isMarkedForUnpublishing(version)) {
      publishOver(version, documents)
      continue
    }
    const publishedId = publishedIdOf(version._id)
    unpublishToDraft(publishedId, draftIdOf(publishedId), documents)
    documents.remove(version._id)
  }
}
