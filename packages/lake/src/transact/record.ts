import type {LakeDocument} from '../document.ts'
import {jsonOfDocument} from '../document-json.ts'
import type {Identity} from '../identity.ts'
import {hashOfEffect, hashOfTransaction, type EffectRow} from '../store/hashes.ts'
import type {Store} from '../store/store.ts'
import {findReferences} from './references.ts'
import type {Change, Commit} from './types.ts'

export type Entry = {
  dataset: string
  identity: Identity
  transactionId: string
  timestamp: string
  mutations: unknown[]
  cause: string
  touched: {id: string; before: LakeDocument | null; after: LakeDocument | null}[]
}

const json = (document: LakeDocument | null): string | null => (document ? jsonOfDocument(document) : null)

type Touched = Entry['touched'][number]

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
  const remove = db.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const forget = db.prepare('DELETE FROM document_references WHERE dataset = ? AND source_id = ?')
  const refer = db.prepare(
    'INSERT OR IGNORE INTO document_references (dataset, source_id, target_id, weak) VALUES (?, ?, ?, ?)',
  )

  const writeState = (dataset: string, seq: number, id: string, after: LakeDocument | null): void => {
    forget.run(dataset, id)
    if (!after) {
      remove.run(dataset, id)
      return
    }
    put.run(dataset, id, after._type, after._rev, seq, jsonOfDocument(after))
    for (const {target, weak} of findReferences(after)) refer.run(dataset, id, target, weak ? 1 : 0)
  }

  return {
    has: (dataset, id) => known.get(dataset, id) !== undefined,
    showing: (dataset, touched, look) => {
      if (touched.length === 0) return look()
      db.exec('SAVEPOINT showing')
      try {
        for (const {id, after} of touched) writeState(dataset, 0, id, after)
        return look()
      } finally {
        db.exec('ROLLBACK TO showing; RELEASE showing')
      }
    },
    write: ({dataset, identity, transactionId, timestamp, mutations, cause, touched}) => {
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
        action: cause,
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
        cause,
        hash,
      )
      const seq = Number(lastInsertRowid)
      for (const [index, effect] of effects.entries()) {
        const {documentId, previousRev, resultRev, beforeJson, afterJson} = effect
        const own = hashes[index] ?? null
        addEffect.run(seq, dataset, documentId, previousRev, resultRev, beforeJson, afterJson, own)
      }
      const changes = touched.map(({id, before, after}): Change => {
        writeState(dataset, seq, id, after)
        return {seq, transactionId, dataset, timestamp, author, documentId: id, before, after, mutations}
      })
      return {seq, transactionId, dataset, author, timestamp, changes}
    },
  }
}
