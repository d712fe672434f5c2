import {Mutation} from '@sanity/mutator'
import type {LakeDocument} from '../document.ts'
import {LakeError} from '../lake-error.ts'

const operations = new Set([
  'set',
  'setIfMissing',
  'unset',
  'inc',
  'dec',
  'insert',
  'diffMatchPatch',
  'merge',
  'replace',
])

/** One patch: operations beside `id`, `query`, `params` and `ifRevisionID`, as Sanity's clients send them. */
export type Patch = {[operation: string]: unknown}

/**
 * The document after a patch, by the same code that the Studio applies optimistically. Throws a LakeError that names an
 * unknown operation or says what a known one refused.
 */
export function applyPatch(document: LakeDocument, patch: Patch): LakeDocument {
  const parts = Object.entries(patch).filter(([name]) => operations.has(name))
  const unknown = Object.keys(patch).find(
    (name) =>
      !operations.has(name) && !['id', 'query', 'params', 'ifRevisionID', 'ifRevisionId'].includes(name),
  )
  if (unknown)
    throw new LakeError('invalidRequest', `patch of ${document._id}: “${unknown}” is no patch operation`)
  try {
    const mutation = new Mutation({mutations: [{patch: {id: document._id, ...Object.fromEntries(parts)}}]})
    const result = mutation.apply(structuredClone(document))
    const {_id, _type, _createdAt, _rev, _updatedAt} = document
    return {...result, _id, _type, _createdAt, _rev, _updatedAt}
  } catch (error) {
    if (error instanceof LakeError) throw error
    throw new LakeError(
      'invalidRequest',
      `patch of ${document._id}: ${error instanceof Error ? error.message : 'refused'}`,
      {
        cause: error,
      },
    )
  }
}
