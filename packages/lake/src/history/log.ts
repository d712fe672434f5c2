import type {LakeDocument} from '../document.ts'
import {parseStored, type Store} from '../store/store.ts'

/** One transaction of the log, with what it did to each document that was asked about. */
export type LoggedTransaction = {
  seq: number
  id: string
  author: string
  timestamp: string
  mutations: unknown[]
  documentIds: string[]
  changes: {id: string; before: LakeDocument | null; after: LakeDocument | null}[]
}

export type Log = {
  /** Every transaction that touched one of the documents, oldest first. */
  touching(dataset: string, documentIds: readonly string[]): LoggedTransaction[]
  /** A document as a transaction left it, or null when that transaction did not leave it. */
  atRevision(dataset: string, documentId: string, revision: string): LakeDocument | null
  atTime(dataset: string, documentId: string, time: string): LakeDocument | null
  /** The last state before it was deleted, or the state now. */
  last(dataset: string, documentId: string): LakeDocument | null
}

export function openLog({db}: Store): Log {
  const touching = db.prepare(
    `SELECT t.seq, t.id, t.author, t.timestamp, t.mutations, t.document_ids, e.document_id, e.before_json, e.after_json
     FROM effects e JOIN transactions t USING (seq)
     WHERE e.dataset = ? AND e.document_id IN (SELECT value FROM json_each(?)) ORDER BY t.seq, e.document_id`,
  )
  const revision = db.prepare(
    'SELECT after_json AS json FROM effects WHERE dataset = ? AND document_id = ? AND result_rev = ?',
  )
  const time = db.prepare(
    `SELECT e.after_json AS json FROM effects e JOIN transactions t USING (seq)
     WHERE e.dataset = ? AND e.document_id = ? AND t.timestamp <= ? ORDER BY e.seq DESC LIMIT 1`,
  )
  const newest = db.prepare(
    `SELECT coalesce(after_json, before_json) AS json FROM effects
     WHERE dataset = ? AND document_id = ? ORDER BY seq DESC LIMIT 1`,
  )
  return {
    touching: (dataset, documentIds) => {
      const found = new Map<number, LoggedTransaction>()
      for (const row of touching.all(dataset, JSON.stringify(documentIds))) {
        const seq = Number(row['seq'])
        const transaction = found.get(seq) ?? transactionOf(row)
        found.set(seq, transaction)
        transaction.changes.push({
          id: String(row['document_id']),
          before: read(row['before_json']),
          after: read(row['after_json']),
        })
      }
      return [...found.values()]
    },
    atRevision: (...key) => document(revision.get(...key)),
    atTime: (...key) => document(time.get(...key)),
    last: (...key) => document(newest.get(...key)),
  }
}

const document = (row: Record<string, unknown> | undefined): LakeDocument | null => read(row?.['json'])
const read = (json: unknown): LakeDocument | null =>
  json === null || json === undefined ? null : parseStored(json)

function list(json: unknown): unknown[] {
  const value: unknown = JSON.parse(String(json))
  return Array.isArray(value) ? value : []
}

function transactionOf(row: Record<string, unknown>): LoggedTransaction {
  return {
    seq: Number(row['seq']),
    id: String(row['id']),
    author: String(row['author']),
    timestamp: String(row['timestamp']),
    mutations: list(row['mutations']),
    documentIds: list(row['document_ids']).map(String),
    changes: [],
  }
}
