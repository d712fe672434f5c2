import {createHash} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'

const tables = {
  history: 'SELECT * FROM transactions WHERE seq <= ? ORDER BY seq',
  effects: 'SELECT * FROM effects WHERE seq <= ? ORDER BY seq, document_id',
  // From the history, so that it can be asked of a store that has gone on since.
  state: `SELECT dataset, document_id, after_json, max(seq) FROM effects WHERE seq <= ?
    GROUP BY dataset, document_id HAVING after_json IS NOT NULL ORDER BY dataset, document_id`,
} as const
const present = 'SELECT dataset, id, json, seq FROM documents ORDER BY dataset, id'

function addRows(digest: ReturnType<typeof createHash>, rows: Iterable<Record<string, unknown>>): void {
  for (const row of rows) digest.update(`${JSON.stringify(Object.values(row))}\n`)
}

/** One hash over the history up to a transaction and the documents that it leads to. */
export function digestUpTo(db: DatabaseSync, seq: number): string {
  const digest = createHash('sha256')
  for (const sql of Object.values(tables)) addRows(digest, db.prepare(sql).iterate(seq))
  return digest.digest('hex')
}

/** The same hash of a store that ends there, its documents read where they lie. */
export function digestOfAll(db: DatabaseSync): string {
  const digest = createHash('sha256')
  const newest = Number.MAX_SAFE_INTEGER
  addRows(digest, db.prepare(tables.history).iterate(newest))
  addRows(digest, db.prepare(tables.effects).iterate(newest))
  addRows(digest, db.prepare(present).iterate())
  return digest.digest('hex')
}
