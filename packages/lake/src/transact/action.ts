import {z} from 'zod'
import {isDocumentId, isPublishedId, publishedIdOf} from '../document-id.ts'
import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'
import type {ActionName} from './types.ts'
import type {WorkingSet} from './working-set.ts'

/** What an action works on and may ask; all of it inside the write transaction. */
export type ActionContext = {
  documents: WorkingSet
  timestamp: string
  identity: Identity
  /** The versions that a release holds by now, in the order of their ids. */
  versionsIn(releaseId: string): LakeDocument[]
  /** A document as it was last, whether or not it is still there. */
  last(id: string): LakeDocument | null
  /** Throws when the caller's rules refuse what a forked set holds. */
  requireAllowed(documents: WorkingSet): void
}

export const idSchema = z.string().refine(isDocumentId, 'expected letters, digits, . _ -')
export const attributesSchema = z.looseObject({_id: idSchema, _type: z.string().min(1)})
export type Attributes = z.infer<typeof attributesSchema>

export const named = <Name extends ActionName>(name: Name) => z.literal(`sanity.action.${name}` as const)

/** A new document; its revision and times are set when it is put. */
export function made(given: Attributes, timestamp: string, createdAt = timestamp): LakeDocument {
  return {...given, _createdAt: createdAt, _updatedAt: timestamp, _rev: ''}
}

/** An action on a draft or version must not reach the published document, nor another one's draft. */
export function requireVariant(documentId: string, publishedId = publishedIdOf(documentId)): void {
  if (!isPublishedId(documentId) && isPublishedId(publishedId) && publishedIdOf(documentId) === publishedId)
    return
  throw new LakeError('invalidRequest', `“${documentId}” is no draft or version of "${publishedId}"`)
}
