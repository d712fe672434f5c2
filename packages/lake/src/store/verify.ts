import type {DatabaseSync} from 'node:sqlite'
import {findReferences} from '../transact/references.ts'
import {hashOfEffect, hashOfTransaction, type EffectRow} from './hashes.ts'
import {effectOf, transactionOf} from './history-rows.ts'

export type VerifyOptions = {
  /** `full` also compares each index with its table; both read every page of the file. */
  pages: 'none' | 'quick' | 'full'
  /** Only the end of the history, and nothing that needs a walk over all documents. */
  lastTransactions?: number
  onProgress?(done: number, total: number): void
}

/**
 * What is wrong with a store, in words that name the place; nothing when all is well. Takes time in proportion to the
 * store: each page is read, each revision hashed, each document compared with the end of its history.
 */
export function* findFaults(db: DatabaseSync, options: VerifyOptions): Generator<string> {
  const checks = [
    () => pageFaults(db, options.pages),
    () => historyFaults(db, options),
    ...(options.lastTransactions === undefined
      ? [() => foreignKeyFaults(db), () => stateFaults(db), () => referenceFaults(db)]
      : []),
  ]
  for (const check of checks) {
    try {
      yield* check()
    } catch (error) {
      // A page that cannot be read ends a check in the middle; that it ended is the finding.
      yield `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`
    }
  }
}

/** What SQLite itself finds wrong with its pages. */
export function* pageFaults(db: DatabaseSync, pages: VerifyOptions['pages']): Generator<string> {
  if (pages === 'none') return
  const pragma = pages === 'full' ? 'integrity_check' : 'quick_check'
  for (const row of db.prepare(`PRAGMA ${pragma}`).all()) {
    const verdict = String(Object.values(row)[0])
    if (verdict !== 'ok') yield `pages: ${verdict}`
  }
}

function* foreignKeyFaults(db: DatabaseSync): Generator<string> {
  for (const row of db.prepare('PRAGMA foreign_key_check').all()) {
    yield `${String(row['table'])}: a row names a ${String(row['parent'])} that is not there`
  }
}

function* historyFaults(db: DatabaseSync, {lastTransactions, onProgress}: VerifyOptions): Generator<string> {
  const newest = Number(db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions').get()?.['seq'])
  const first = lastTransactions === undefined ? 0 : Math.max(0, newest - lastTransactions)
  const effects = db.prepare('SELECT * FROM effects WHERE seq = ? ORDER BY document_id')
  const earlier = db.prepare('SELECT hash FROM transactions WHERE seq <= ? ORDER BY seq DESC LIMIT 1')
  const known = earlier.get(first)?.['hash']
  let previous = known === undefined ? null : String(known)
  for (const row of db.prepare('SELECT * FROM transactions WHERE seq > ? ORDER BY seq').iterate(first)) {
    const seq = Number(row['seq'])
    const rows = effects.all(seq)
    yield* effectFaults(db, seq, rows)
    const made = hashOfTransaction(
      previous,
      transactionOf(row),
      rows.map((effect) => hashOfEffect(effectOf(effect))),
    )
    if (made !== row['hash']) yield `transaction ${seq} (${String(row['id'])}): is not what was written`
    previous = String(row['hash'])
    if (seq % 1000 === 0) onProgress?.(seq, newest)
  }
}

function* effectFaults(db: DatabaseSync, seq: number, rows: Record<string, unknown>[]): Generator<string> {
  const before = db.prepare(
    'SELECT after_json FROM effects WHERE dataset = ? AND document_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
  )
  for (const row of rows) {
    const effect: EffectRow = effectOf(row)
    const place = `transaction ${seq}, document ${effect.documentId}`
    if (hashOfEffect(effect) !== row['hash']) yield `${place}: the revision is not what was written`
    const left = before.get(String(row['dataset']), effect.documentId, seq)?.['after_json'] ?? null
    if (left !== effect.beforeJson) yield `${place}: does not begin where the one before it ended`
  }
}

function* stateFaults(db: DatabaseSync): Generator<string> {
  const lastEffect = `SELECT e.seq, e.after_json, e.result_rev FROM effects e
    WHERE e.dataset = d.dataset AND e.document_id = d.id ORDER BY e.seq DESC LIMIT 1`
  const differing = db.prepare(
    `SELECT d.dataset, d.id FROM documents d WHERE (d.seq, d.json, d.rev) IS NOT (${lastEffect})`,
  )
  for (const {dataset, id} of differing.iterate()) {
    yield `document ${String(id)} in ${String(dataset)}: is not as its last transaction left it`
  }
  const missing = db.prepare(
    `SELECT dataset, document_id AS id, after_json, max(seq) FROM effects e GROUP BY dataset, document_id
     HAVING after_json IS NOT NULL AND NOT EXISTS
       (SELECT 1 FROM documents d WHERE d.dataset = e.dataset AND d.id = e.document_id)`,
  )
  for (const {dataset, id} of missing.iterate()) {
    yield `document ${String(id)} in ${String(dataset)}: is gone, and no transaction deleted it`
  }
}

function* referenceFaults(db: DatabaseSync): Generator<string> {
  const stored = db.prepare(
    'SELECT target_id, weak FROM document_references WHERE dataset = ? AND source_id = ? ORDER BY target_id, weak',
  )
  for (const row of db.prepare('SELECT dataset, id, type, json FROM documents').iterate()) {
    const [dataset, id] = [String(row['dataset']), String(row['id'])]
    const content: unknown = JSON.parse(String(row['json']))
    const named = (field: string): unknown =>
      typeof content === 'object' && content !== null ? Reflect.get(content, field) : undefined
    if (named('_id') !== id || named('_type') !== row['type'])
      yield `document ${id} in ${dataset}: is filed under another id or type`
    const expected = findReferences(content).map(({target, weak}) => `${target} ${weak ? 1 : 0}`)
    const found = stored
      .all(dataset, id)
      .map((line) => `${String(line['target_id'])} ${String(line['weak'])}`)
    if (expected.toSorted().join('\n') !== found.toSorted().join('\n'))
      yield `document ${id} in ${dataset}: its references are not all in the table of references`
  }
  const orphans = db.prepare(
    `SELECT DISTINCT r.dataset, r.source_id AS id FROM document_references r
     WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.dataset = r.dataset AND d.id = r.source_id)`,
  )
  for (const {dataset, id} of orphans.iterate())
    yield `document ${String(id)} in ${String(dataset)}: is gone, but its references are listed`
}
