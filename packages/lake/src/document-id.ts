const draft = 'drafts.'
const permitted = /^[a-zA-Z0-9._-]{1,160}$/
const version = /^versions\.([^.]+)\.(.+)$/

export const isDocumentId = (id: string): boolean => permitted.test(id)
export const isDraftId = (id: string): boolean => id.startsWith(draft)
export const isVersionId = (id: string): boolean => version.test(id)
export const isPublishedId = (id: string): boolean => !isDraftId(id) && !isVersionId(id)
export const draftIdOf = (id: string): string => `${draft}${publishedIdOf(id)}`

/** The release of a version's id; null for drafts and published documents. */
export const releaseOf = (id: string): string | null => version.exec(id)?.[1] ?? null

export function publishedIdOf(id: string): string {
  if (isDraftId(id)) return id.slice(draft.length)
  return version.exec(id)?.[2] ?? id
}
