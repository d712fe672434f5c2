import {z} from 'zod'
import type {LakeDocument} from '../document.ts'
import {parseStored, type Store} from '../store/store.ts'
import type {LoggedTransaction} from './logged-transaction.ts'
import {openTransactionPages, type TransactionFilter} from './pages.ts'

export type Log = {
  /** Transactions one after the other, read page by page: whoever stops early has read no more than a page too much. */
  transactions(dataset: string, filter: TransactionFilter): Generator<LoggedTransaction>
  /** The number of a transaction; null when there was none of that id. */
  sequenceOf(dataset: string, transactionId: string): number | null
  /** A document as it was when a transaction had been done; null when that is unknown or it was not there. */
  atRevision(dataset: string, documentId: string, revision: string): LakeDocument | null
  /** The revision that a document had when the numbered transaction had been done; null when it was not there. */
  revisionAt(dataset: string, documentId: string, seq: number): string | null
  atTime(dataset: string, documentId: string, time: string): LakeDocument | null
  /** The last state before it was deleted, or the state now. */
  last(dataset: string, documentId: string): LakeDocument | null
  /** Every version that a document has or had. */
  versionsOf(dataset: string, publishedId: string): string[]
}

const seqRow = z.object({seq: z.number()}).optional()
const revRow = z.object({rev: z.string().nullable()}).optional()
const idRows = z.array(z.object({id: z.string()}))

export function openLog({db}: Store): Log {
  const sequence = db.prepare('SELECT seq FROM transactions WHERE dataset = ? AND id = ?')
  const until = db.prepare(
    `SELECT after_json AS json FROM effects WHERE dataset = ? AND document_id = ? AND seq <= ?
     ORDER BY seq DESC LIMIT 1`,
  )
  const revisionThen = db.prepare(
    `SELECT result_rev AS rev FROM effects WHERE dataset = ? AND document_id = ? AND seq <= ?
     ORDER BY seq DESC LIMIT 1`,
  )
  // In the order of what happened, not of the clock: the newest that claims to be no later.
  const time = db.prepare(
    `SELECT e.after_json AS json FROM effects e JOIN transactions t USING (seq)
     WHERE e.dataset = ? AND e.document_id = ? AND t.timestamp <= ? ORDER BY e.seq DESC LIMIT 1`,
  )
  const newest = db.prepare(
    `SELECT coalesce(after_json, before_json) AS json FROM effects
     WHERE dataset = ? AND document_id = ? ORDER BY seq DESC LIMIT 1`,
  )
  const versions = db.prepare(
    `SELECT DISTINCT document_id AS id FROM effects
     WHERE dataset = ? AND document_id >= 'versions.' AND document_id < 'versions/'
     AND document_id GLOB 'versions.*.' || ?`,
  )
  const sequenceOf = (dataset: string, id: string): number | null =>
    seqRow.parse(sequence.get(dataset, id))?.seq ?? null
  return {
    transactions: openTransactionPages(db),
    sequenceOf,
    atRevision: (dataset, documentId, revision) => {
      const seq = sequenceOf(dataset, revision)
      return seq === null ? null : document(until.get(dataset, documentId, seq))
    },
    revisionAt: (...key) => revRow.parse(revisionThen.get(...key))?.rev ?? null,
    atTime: (...key) => document(time.get(...key)),
    last: (...key) => document(newest.get(...key)),
    versionsOf: (...key) => idRows.parse(versions.all(...key)).map(({id}) => id),
  }
}

function document(row: Record<string, unknown> | undefined): LakeDocument | null {
  const json = row?.['json']
  return json === null || json === undefined ? null : parseStored(json)
}
