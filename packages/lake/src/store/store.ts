import {chmodSync, existsSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {rememberJson} from '../document-json.ts'
import {LakeDatabase} from './database.ts'
import {ensureDerivedIndexes} from './field-index.ts'
import {requireLocalDisk} from './local-disk.ts'
import {lockDirectory} from './lock.ts'
import {migrate} from './migrations.ts'
import {findFaults, pageFaults} from './verify.ts'

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
  /** False between a failed write and the reopening that found the file sound: nothing may be written. */
  isSound(): boolean
  /** Closes, opens and checks the file after a failed write. Throws, and stays closed for writes, when it is not sound. */
  recover(): void
  close(): void
}

/** After an unclean stop: what was under way then stands at the end of the history. */
const tail = {pages: 'none', lastTransactions: 1000} as const

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
  requireLocalDisk(directory)
  const lock = lockDirectory(directory)
  const path = join(directory, 'lake.sqlite')
  const db = openDatabase(path, lock)
  let sound = true

  const one = db.prepare('SELECT json FROM documents WHERE dataset = ? AND id = ?')
  const from = db.prepare(
    'SELECT source_id, weak FROM document_references WHERE dataset = ? AND target_id = ? AND weak & 2 = 0',
  )
  const newest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions')
  const get = (dataset: string, id: string): LakeDocument | null => {
    const row = one.get(dataset, id)
    if (!row) return null
    const document = parseStored(row['json'])
    rememberJson(document, String(row['json']))
    return document
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
    isSound: () => sound,
    recover: () => {
      sound = false
      db.reopen()
      requireSound(db, path, 'pages')
      requireSound(db, path, 'history')
      sound = true
    },
    close: () => {
      if (db.isOpen) {
        if (sound) db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
        db.close()
      }
      lock.release()
    },
  }
}

/** Opens the file ready for use, or gives the lock back. */
function openDatabase(path: string, lock: {wasStale: boolean; release(): void}): LakeDatabase {
  let db: LakeDatabase | null = null
  try {
    const isNew = !existsSync(path)
    db = new LakeDatabase(path)
    if (isNew) chmodSync(path, 0o600)
    // A damaged file is not changed before it was looked at; its history has hashes once it is migrated.
    if (lock.wasStale) requireSound(db, path, 'pages')
    migrate(db)
    ensureDerivedIndexes(db)
    if (lock.wasStale) requireSound(db, path, 'history')
    return db
  } catch (error) {
    db?.close()
    lock.release()
    throw error
  }
}

function requireSound(db: DatabaseSync, path: string, what: 'pages' | 'history'): void {
  const faults = what === 'pages' ? pageFaults(db, 'quick') : findFaults(db, tail)
  const {value: fault} = faults.next()
  if (fault !== undefined) throw new Error(`${path} is damaged: ${fault}. Restore it from a backup.`)
}
