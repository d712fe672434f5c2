import {documents} from './migrations/001-documents.ts'
import {indexes} from './migrations/002-indexes.ts'
import {accounts} from './migrations/003-accounts.ts'

/**
 * The store's schema, as numbered steps. `PRAGMA user_version` says how many have run; a step is never edited once
 * released, only followed by another.
 */
export const migrations: readonly string[] = [documents, indexes, accounts]
