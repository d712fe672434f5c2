import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {parseStored} from '../store/store.ts'
import type {LoggedTransaction} from './logged-transaction.ts'

const pageSize = 100
const lastSeq = Number.MAX_SAFE_INTEGER

/** Which transactions are wanted, all ends inclusive. What is left out does not narrow. */
export type TransactionFilter = {
  documentIds: readonly string[]
  /** Everything whose id begins so counts as asked for too. */
  prefix?: string
  fromSeq?: number
  toSeq?: number
  fromTime?: string
  toTime?: string
  authors?: readonly string[]
  newestFirst?: boolean
  /** Leaves out plain edits of documents other than these: only where one appears or goes. */
  lifecycleOnlyExcept?: readonly string[]
  /** Gives the changes of all documents of a transaction, not only of those asked for. */
  allDocuments?: boolean
}

/** Reads transactions by the index on documents, a page at a time, so that no statement stays open between two reads. */
export function openTransactionPages(
  db: DatabaseSync,
): (dataset: string, filter: TransactionFilter) => Generator<LoggedTransaction> {
  const page = (isDescending: boolean) =>
    db.prepare(
      `SELECT DISTINCT e.seq FROM effects e JOIN transactions t ON t.seq = e.seq
       WHERE e.dataset = $dataset AND e.seq BETWEEN $from AND $to
       AND (e.document_id IN (SELECT value FROM json_each($ids))
         OR ($start <> '' AND e.document_id >= $start AND e.document_id < $end))
       AND ($lifecycle = 0 OR e.previous_rev IS NULL OR e.result_rev IS NULL
         OR e.document_id IN (SELECT value FROM json_each($edited)))
       AND ($fromTime = '' OR t.timestamp >= $fromTime) AND ($toTime = '' OR t.timestamp <= $toTime)
       AND ($authors = '' OR t.author IN (SELECT value FROM json_each($authors)))
       ORDER BY e.seq ${isDescending ? 'DESC' : 'ASC'} LIMIT ${pageSize}`,
    )
  const ascending = page(false)
  const descending = page(true)
  const head = db.prepare(
    'SELECT seq, id, author, timestamp, action, mutations, document_ids FROM transactions WHERE seq = ?',
  )
  const effects = db.prepare(
    'SELECT document_id, before_json, after_json FROM effects WHERE seq = ? ORDER BY document_id',
  )
  const read = (seq: number, isAsked: (id: string) => boolean): LoggedTransaction[] => {
    const row = head.get(seq)
    if (!row) return []
    const changes = effects
      .all(seq)
      .filter((effect) => isAsked(String(effect['document_id'])))
      .map((effect) => ({
        id: String(effect['document_id']),
        before: document(effect['before_json']),
        after: document(effect['after_json']),
      }))
    return [{...transactionOf(row), changes}]
  }
  return function* transactions(dataset, filter) {
    const {documentIds, prefix = '', newestFirst = false, allDocuments = false} = filter
    const known = new Set(documentIds)
    const isAsked = (id: string): boolean =>
      allDocuments || known.has(id) || (prefix !== '' && id.startsWith(prefix))
    const range = {from: filter.fromSeq ?? 0, to: filter.toSeq ?? lastSeq}
    const fixed = {
      dataset,
      ids: JSON.stringify(documentIds),
      start: prefix,
      end: following(prefix),
      lifecycle: filter.lifecycleOnlyExcept ? 1 : 0,
      edited: JSON.stringify(filter.lifecycleOnlyExcept ?? []),
      fromTime: filter.fromTime ?? '',
      toTime: filter.toTime ?? '',
      authors: filter.authors ? JSON.stringify(filter.authors) : '',
    }
    for (;;) {
      const rows = (newestFirst ? descending : ascending).all({...fixed, ...range})
      for (const row of rows) yield* read(Number(row['seq']), isAsked)
      const last = Number(rows.at(-1)?.['seq'])
      if (rows.length < pageSize) return
      if (newestFirst) range.to = last - 1
      else range.from = last + 1
    }
  }
}

/** The first text after all that begin with this one. */
const following = (prefix: string): string =>
  prefix === ''
    ? ''
    : prefix.slice(0, -1) + String.fromCodePoint((prefix.codePointAt(prefix.length - 1) ?? 0) + 1)

const document = (json: unknown): LakeDocument | null => (json === null ? null : parseStored(json))

function list(json: unknown): unknown[] {
  const value: unknown = JSON.parse(String(json))
  return Array.isArray(value) ? value : []
}

function transactionOf(row: Record<string, unknown>): Omit<LoggedTransaction, 'changes'> {
  return {
    seq: Number(row['seq']),
    id: String(row['id']),
    author: String(row['author']),
    timestamp: String(row['timestamp']),
    action: String(row['action'] ?? ''),
    mutations: list(row['mutations']),
    documentIds: list(row['document_ids']).map(String),
  }
}
