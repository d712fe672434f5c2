import {createHash} from 'node:crypto'
import {publishedIdOf} from '../document-id.ts'
import type {LakeDocument} from '../document.ts'

/**
 * Sync tags bind a query's answer to what it was made of: an answer carries the tags of what it read, a live event those
 * of what a commit touched, and a reader that holds a common one asks again. A tag is a hash, so that it tells a reader
 * without a grant neither ids nor types.
 */
function tagOf(...parts: readonly string[]): string {
  return `s1:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12)}`
}

/** Touched by every change of a dataset: what an answer carries that cannot say more finely what it read. */
export const datasetTag = (dataset: string): string => tagOf('dataset', dataset)

/** Touched when a document of this type is made, changed or deleted. */
export const typeTag = (dataset: string, type: string): string => tagOf('type', dataset, type)

/** Touched when this document, its draft or one of its versions is made, changed or deleted. */
export const documentTag = (dataset: string, publishedId: string): string =>
  tagOf('document', dataset, publishedId)

type Touched = {
  dataset: string
  documentId: string
  before: Pick<LakeDocument, '_type'> | null
  after: Pick<LakeDocument, '_type'> | null
}

/** Every tag that one document's change touches; a document that changed its type touches both types. */
export function tagsOfChange({dataset, documentId, before, after}: Touched): string[] {
  const types = new Set([before, after].flatMap((document) => (document ? [document._type] : [])))
  return [
    datasetTag(dataset),
    ...[...types].map((type) => typeTag(dataset, type)),
    documentTag(dataset, publishedIdOf(documentId)),
  ]
}

/** The tags of an answer that was not looked at closely: whatever happens in its dataset touches them. */
export const syncTagsOf = (dataset: string): string[] => [datasetTag(dataset)]
