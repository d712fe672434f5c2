import type {DatabaseSync} from 'node:sqlite'
import {documents} from './migrations/001-documents.ts'
import {historyHashes} from './migrations/002-history-hashes.ts'
import {indexes} from './migrations/003-indexes.ts'
import {accounts} from './migrations/004-accounts.ts'

/**
 * The store's schema, as numbered steps: SQL, or a function where SQL does not reach. `PRAGMA user_version` says how
 * many have run; a step is never edited once released, only followed by another.
 */
export const migrations: readonly (string | ((db: DatabaseSync) => void))[] = [
  documents,
  historyHashes,
  indexes,
  accounts,
]

/** Brings a store up to this lake, step by step; each step is whole or has not happened. Throws for a newer store. */
export function migrate(db: DatabaseSync): void {
  const done = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (done > migrations.length) {
    throw new Error(
      `The store was written by a newer lake (schema ${done}, this one knows ${migrations.length}).`,
    )
  }
  for (const [index, step] of migrations.entries()) {
    if (index < done) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      if (typeof step === 'string') db.exec(step)
      else step(db)
      db.exec(`PRAGMA user_version = ${index + 1}; COMMIT`)
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
}
