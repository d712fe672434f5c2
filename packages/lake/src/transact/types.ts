import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'

/** What one transaction did to one document. */
export type Change = {
  seq: number
  transactionId: string
  dataset: string
  timestamp: string
  author: string
  documentId: string
  before: LakeDocument | null
  after: LakeDocument | null
  mutations: unknown[]
}

export type Commit = {
  seq: number
  transactionId: string
  dataset: string
  author: string
  timestamp: string
  changes: Change[]
}

/** The actions that are offered, without their prefix `sanity.action.`. */
export type ActionName =
  | 'document.create'
  | 'document.edit'
  | 'document.publish'
  | 'document.unpublish'
  | 'document.discard'
  | 'document.delete'
  | 'document.replaceDraft'
  | 'document.version.create'
  | 'document.version.replace'
  | 'document.version.discard'
  | 'document.version.unpublish'
  | 'release.create'
  | 'release.edit'
  | 'release.publish'
  | 'release.schedule'
  | 'release.unschedule'
  | 'release.archive'
  | 'release.unarchive'
  | 'release.delete'
  | 'release.import'

/**
 * The road by which a document changes. `release.schedule` is both the scheduling and the publishing when its time has
 * come. `import` is what a client says of itself: a rule must not trust it more than `mutate`.
 */
export type Cause = 'mutate' | 'import' | 'asset' | ActionName

/** A document that a transaction touches, and which item of the request touched it last. */
export type Touched = {
  id: string
  before: LakeDocument | null
  after: LakeDocument | null
  item: number
  cause: Cause
}

/** Rules of the caller, asked inside the write transaction about every document that changes. */
export type WriteRules = {
  /** Why this identity may not make this change; null when it may. */
  permit(
    identity: Identity,
    dataset: string,
    before: LakeDocument | null,
    after: LakeDocument | null,
  ): string | null
  /** Why this change may not be, whoever makes it; `read` gives documents of the dataset as they would be after it. */
  guard?(
    change: {
      dataset: string
      before: LakeDocument | null
      after: LakeDocument | null
      identity: Identity
      cause: Cause
    },
    read: (id: string) => LakeDocument | null,
  ): {message: string}[]
}

export type MutationResult = {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: LakeDocument
}
