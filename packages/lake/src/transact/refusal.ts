import type {LakeDocument} from '../document.ts'
import {LakeError} from '../lake-error.ts'

/** An error of one mutation or action; the writer adds its position. */
export function refusal(type: string, description: string, more: Record<string, unknown> = {}): LakeError {
  return new LakeError('conflict', description, {details: {type, ...more}})
}

export const notFound = (id: string): LakeError =>
  refusal('documentNotFoundError', `The document with the ID "${id}" was not found`, {id})

export const alreadyExists = (id: string): LakeError =>
  refusal('documentAlreadyExistsError', `Document by ID "${id}" already exists`, {id})

/** Throws when a revision is expected and the document has another one, or is not there. */
export function expectRevision(document: LakeDocument | null, expected: unknown, id: string): void {
  if (expected === undefined || document?._rev === expected) return
  throw refusal('documentRevisionIDDoesNotMatchError', `Document "${id}" has unexpected revision ID`, {
    id,
    currentRevisionID: document?._rev ?? null,
    expectedRevisionID: expected,
  })
}
