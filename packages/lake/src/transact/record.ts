import type {LakeDocument} from '../document.ts'
import {jsonOfDocument} from '../document-json.ts'
import type {Identity} from '../identity.ts'
import {openFieldIndex} from '../store/field-index.ts'
import {hashOfEffect, hashOfTransaction, type EffectRow} from '../store/hashes.ts'
import {referenceRows} from '../store/reference-rows.ts'
import type {Store} from '../store/store.ts'
import type {Change, Commit, Touched} from './types.ts'

export type Entry = {
  dataset: string
  identity: Identity
  transactionId: string
  timestamp: string
  mutations: unknown[]
  /** Which actions it was made of, or the one road by which it came. */
  action: string
  touched: Touched[]
}

const json = (document: LakeDocument | null): string | null => (document ? jsonOfDocument(document) : null)

function effectRow({id, before, after}: Touched): EffectRow {
  return {
    documentId: id,
    previousRev: before?._rev ?? null,
    resultRev: after?._rev ?? null,
    beforeJson: json(before),
    afterJson: json(after),
  }
}

/** By code unit, as SQLite orders them: the order in which history is hashed. */
const byId = (a: Touched, b: Touched): number => (a.id < b.id ? -1 : 1)

/** Writes a transaction to the log and the state it led to; the caller holds the SQLite transaction. */
export function openRecord({db}: Store): {
  has(dataset: string, id: string): boolean
  write(entry: Entry): Commit
  /** Call after the SQLite transaction was rolled back. */
  undone(): void
  /** What `look` finds while the store holds these documents as they are by now; it holds them no longer after. */
  showing<Found>(dataset: string, touched: Entry['touched'], look: () => Found): Found
} {
  const newest = db.prepare('SELECT hash FROM transactions ORDER BY seq DESC LIMIT 1')
  const known = db.prepare('SELECT 1 FROM transactions WHERE dataset = ? AND id = ?')
  const addTransaction = db.prepare(
    'INSERT INTO transactions (dataset, id, author, timestamp, document_ids, mutations, action, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const addEffect = db.prepare(
    'INSERT INTO effects (seq, dataset, document_id, previous_rev, result_rev, before_json, after_json, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const put = db.prepare(
    `INSERT INTO documents (dataset, id, type, rev, seq, json) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (dataset, id) DO UPDATE SET type = excluded.type, rev = excluded.rev, seq = excluded.seq, json = excluded.json`,
  )
  const remove = db.prepare('DELETE FROM documents WHERE dataset = ? AND id = ? RETURNING number')
  const unsearch = db.prepare('DELETE FROM search_words WHERE rowid = ?')
  const forget = db.prepare('DELETE FROM document_references WHERE dataset = ? AND source_id = ?')
  const refer = db.prepare(
    'INSERT OR IGNORE INTO document_references (dataset, source_id, target_id, weak) VALUES (?, ?, ?, ?)',
  )

  const fields = openFieldIndex(db)

  const writeReferences = (
    dataset: string,
    id: string,
    before: LakeDocument | null,
    after: LakeDocument | null,
  ): void => {
    const [old, fresh] = [referenceRows(before), referenceRows(after)]
    if (JSON.stringify(old) === JSON.stringify(fresh)) return
    forget.run(dataset, id)
    for (const {target, bits} of fresh) refer.run(dataset, id, target, bits)
  }
  const writeState = (
    dataset: string,
    seq: number,
    {id, before, after}: Pick<Touched, 'id' | 'before' | 'after'>,
  ): void => {
    writeReferences(dataset, id, before, after)
    fields.change(dataset, before, after)
    if (after) {
      put.run(dataset, id, after._type, after._rev, seq, jsonOfDocument(after))
      return
    }
    const number = remove.get(dataset, id)?.['number']
    if (typeof number === 'number') unsearch.run(number)
  }

  return {
    undone: fields.forget,
    has: (dataset, id) => known.get(dataset, id) !== undefined,
    showing: (dataset, touched, look) => {
      if (touched.length === 0) return look()
      db.exec('SAVEPOINT showing')
      try {
        for (const each of touched) writeState(dataset, 0, each)
        return look()
      } finally {
        db.exec('ROLLBACK TO showing; RELEASE showing')
        fields.forget()
      }
    },
    write: ({dataset, identity, transactionId, timestamp, mutations, action, touched}) => {
      const author = identity.userId
      const effects = touched.toSorted(byId).map(effectRow)
      const hashes = effects.map(hashOfEffect)
      const row = {
        dataset,
        id: transactionId,
        author,
        timestamp,
        documentIds: JSON.stringify(touched.map(({id}) => id)),
        mutations: JSON.stringify(mutations),
        action,
      }
      const last = newest.get()?.['hash']
      const hash = hashOfTransaction(last === undefined ? null : String(last), row, hashes)
      const {documentIds, mutations: log} = row
      const {lastInsertRowid} = addTransaction.run(
        dataset,
        transactionId,
        author,
        timestamp,
        documentIds,
        log,
        action,
        hash,
      )
      const seq = Number(lastInsertRowid)
      for (const [index, effect] of effects.entries()) {
        const {documentId, previousRev, resultRev, beforeJson, afterJson} = effect
        const own = hashes[index] ?? null
        addEffect.run(seq, dataset, documentId, previousRev, resultRev, beforeJson, afterJson, own)
      }
      const changes = touched.map(({id, before, after}): Change => {
        writeState(dataset, seq, {id, before, after})
        return {seq, transactionId, dataset, timestamp, author, documentId: id, before, after, mutations}
      })
      return {seq, transactionId, dataset, author, timestamp, changes}
    },
  }
}
