import {chmodSync, existsSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {ensureDerivedIndexes} from './field-index.ts'
import {lockDirectory} from './lock.ts'
import {migrations} from './migrations.ts'

/** The documents and their history in one SQLite file; one process writes. */
export type Store = {
  /** Path of the SQLite file, for readers that open it themselves. */
  path: string
  db: DatabaseSync
  get(dataset: string, id: string): LakeDocument | null
  getMany(dataset: string, ids: readonly string[]): LakeDocument[]
  referrers(dataset: string, targetId: string): {id: string; weak: boolean}[]
  /** The newest transaction's number; 0 before the first. */
  sequence(): number
  close(): void
}

const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA mmap_size = 0;
  PRAGMA journal_size_limit = 67108864;
`

function migrate(db: DatabaseSync): void {
  const row = db.prepare('PRAGMA user_version').get()
  const done = Number(row?.['user_version'] ?? 0)
  if (done > migrations.length) {
    throw new Error(
      `The store was written by a newer lake (schema ${done}, this one knows ${migrations.length}).`,
    )
  }
  for (const [index, step] of migrations.entries()) {
    if (index < done) continue
    db.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT;`)
  }
}

/** The one place that trusts what this store wrote itself. */
export function parseStored(json: unknown): LakeDocument {
  return JSON.parse(String(json)) as LakeDocument
}

/**
 * Opens the store in a directory, making it when there is none. Throws an Error when another process holds it, or when
 * a check after an unclean stop finds damage.
 */
export function openStore({directory}: {directory: string}): Store {
  mkdirSync(directory, {recursive: true, mode: 0o700})
  chmodSync(directory, 0o700)
  const lock = lockDirectory(directory)
  const path = join(directory, 'lake.sqlite')
  const db = openDatabase(path, lock)

  const one = db.prepare('SELECT json FROM documents WHERE dataset = ? AND id = ?')
  const from = db.prepare(
    'SELECT source_id, weak FROM document_references WHERE dataset = ? AND target_id = ? AND weak & 2 = 0',
  )
  const newest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions')
  const get = (dataset: string, id: string): LakeDocument | null => {
    const row = one.get(dataset, id)
    return row ? parseStored(row['json']) : null
  }
  return {
    path,
    db,
    get,
    getMany: (dataset, ids) => ids.map((id) => get(dataset, id)).filter((document) => document !== null),
    referrers: (dataset, targetId) =>
      from
        .all(dataset, targetId)
        .map((row) => ({id: String(row['source_id']), weak: (Number(row['weak']) & 1) === 1})),
    sequence: () => Number(newest.get()?.['seq'] ?? 0),
    close: () => {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      db.close()
      lock.release()
    },
  }
}

/** Opens the file ready for use, or gives the lock back. */
function openDatabase(path: string, lock: {wasStale: boolean; release(): void}): DatabaseSync {
  let db: DatabaseSync | null = null
  try {
    const isNew = !existsSync(path)
    db = new DatabaseSync(path, {defensive: true, allowExtension: false})
    db.exec(pragmas)
    if (isNew) chmodSync(path, 0o600)
    if (lock.wasStale) requireSound(db, path)
    migrate(db)
    ensureDerivedIndexes(db)
    return db
  } catch (error) {
    db?.close()
    lock.release()
    throw error
  }
}

function requireSound(db: DatabaseSync, path: string): void {
  const verdict = db.prepare('PRAGMA quick_check').get()?.['quick_check']
  if (verdict !== 'ok') throw new Error(`${path} is damaged: ${String(verdict)}. Restore it from a backup.`)
}
