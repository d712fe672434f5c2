import {z} from 'zod'
import {releaseOf} from '../document-id.ts'
import type {LakeDocument} from '../document.ts'

const prefix = '_.releases.'

/** A release's document type, as the Studio asks for it. */
export const releaseType = 'system.release'
export const releaseDocumentId = (releaseId: string): string => `${prefix}${releaseId}`

/** The release that a release's own document is about; null for any other document. */
export const releaseIdOf = (documentId: string): string | null =>
  documentId.startsWith(prefix) ? documentId.slice(prefix.length) : null

/** Documents that the lake keeps itself; only their own actions change them. */
export const isSystemId = (documentId: string): boolean => documentId.startsWith('_.')

export const releaseStates = ['active', 'scheduled', 'archived', 'published'] as const
const state = z.enum(releaseStates)
export type ReleaseState = z.infer<typeof state>

/** A release whose state cannot be read is treated as archived: nothing can be done to it but deleting it. */
export const stateOf = (release: LakeDocument): ReleaseState =>
  state.safeParse(release['state']).data ?? 'archived'

/** The document of the release that a version is in; null for what is no version. */
export function releaseDocumentOf(documentId: string): string | null {
  const releaseId = releaseOf(documentId)
  return releaseId === null ? null : releaseDocumentId(releaseId)
}
