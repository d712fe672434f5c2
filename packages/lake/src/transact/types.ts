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

export type Cause = 'mutate' | 'action'

/** Rules of the caller, asked inside the write transaction about every document that changes. */
export type WriteRules = {
  /** Why this identity may not make this change; null when it may. */
  permit(
    identity: Identity,
    dataset: string,
    before: LakeDocument | null,
    after: LakeDocument | null,
  ): string | null
  guard?(
    change: {before: LakeDocument | null; after: LakeDocument | null; identity: Identity; cause: Cause},
    read: (id: string) => LakeDocument | null,
  ): {message: string}[]
}

export type MutationResult = {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: LakeDocument
}
