import {copyFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {hashOfEffect, hashOfTransaction} from '../store/hashes.ts'
import {openStore, parseStored, type Store} from '../store/store.ts'
import {findReferences} from '../transact/references.ts'
import {copyAssets} from './copy-assets.ts'
import {readLog, type LogLine} from './log-copy.ts'
import {makeFolder, readSnapshot, snapshotNames, type Snapshot} from './places.ts'

export type RestoreOptions = {
  /** The backup folder. */
  from: string
  /** A folder that is empty or not there yet. */
  to: string
  /** The last transaction to have; all that there are when left out. */
  until?: number
  onProgress?(done: number, total?: number): void
}

/**
 * Makes a data folder out of the newest snapshot that is not too new and what the log copy has after it. Throws when the
 * target is in use, nothing fits, or a line of the log is not what the lake wrote.
 */
export function restoreBackup(options: RestoreOptions): {
  snapshot: Snapshot
  replayed: number
  sequence: number
} {
  const {from, to, until = Number.MAX_SAFE_INTEGER, onProgress} = options
  makeFolder(to)
  if (readdirSync(to).length > 0)
    throw new Error(`${to} is not empty; a backup is restored into a new folder.`)
  const snapshot = choose(from, until)
  copyFileSync(join(snapshot.folder, 'lake.sqlite'), join(to, 'lake.sqlite'))
  const store = openStore({directory: to})
  try {
    const replayed = replay(store, linesAfter(snapshot, until), onProgress)
    copyAssets(store.db, from, to)
    return {snapshot, replayed, sequence: store.sequence()}
  } finally {
    store.close()
  }
}

function choose(from: string, until: number): Snapshot {
  for (const name of snapshotNames(from).toReversed()) {
    const snapshot = readSnapshot(from, name)
    if (snapshot.sequence <= until) return snapshot
  }
  const asked = until === Number.MAX_SAFE_INTEGER ? '' : ` up to transaction ${until}`
  throw new Error(`${from} holds no snapshot${asked}.`)
}

function* linesAfter(snapshot: Snapshot, until: number): Generator<LogLine> {
  let last = snapshot.sequence
  for (const line of readLog(snapshot).lines) {
    if (line.seq > until) return
    if (line.seq !== last + 1) throw new Error(`The log copy lacks transaction ${last + 1}.`)
    last = line.seq
    yield line
  }
}

const linesPerCommit = 500

function replay(store: Store, lines: Iterable<LogLine>, onProgress?: RestoreOptions['onProgress']): number {
  const write = openReplay(store)
  let count = 0
  store.db.exec('BEGIN IMMEDIATE')
  for (const line of lines) {
    write(line)
    count += 1
    onProgress?.(count)
    if (count % linesPerCommit === 0) store.db.exec('COMMIT; BEGIN IMMEDIATE')
  }
  store.db.exec('COMMIT')
  return count
}

function openReplay({db}: Store): (line: LogLine) => void {
  const newest = db.prepare('SELECT hash FROM transactions ORDER BY seq DESC LIMIT 1')
  const state = db.prepare('SELECT json FROM documents WHERE dataset = ? AND id = ?')
  const dataset = db.prepare('INSERT OR IGNORE INTO datasets (name, created_at) VALUES (?, ?)')
  const transaction = db.prepare(
    'INSERT INTO transactions (seq, dataset, id, author, timestamp, document_ids, mutations, action, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const effect = db.prepare(
    'INSERT INTO effects (seq, dataset, document_id, previous_rev, result_rev, before_json, after_json, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const put = db.prepare(
    'INSERT OR REPLACE INTO documents (dataset, id, type, rev, seq, json) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = db.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const forget = db.prepare('DELETE FROM document_references WHERE dataset = ? AND source_id = ?')
  const refer = db.prepare(
    'INSERT INTO document_references (dataset, source_id, target_id, weak) VALUES (?, ?, ?, ?)',
  )

  return (line) => {
    const effects = line.effects.map((row) => {
      const before = state.get(line.dataset, row.document_id)?.['json']
      return {
        documentId: row.document_id,
        previousRev: row.previous_rev,
        resultRev: row.result_rev,
        beforeJson: before === undefined ? null : String(before),
        afterJson: row.after_json,
      }
    })
    const last = newest.get()?.['hash']
    const {seq, document_ids: documentIds, ...rest} = line
    const hashes = effects.map(hashOfEffect)
    if (
      hashOfTransaction(last === undefined ? null : String(last), {...rest, documentIds}, hashes) !==
      line.hash
    )
      throw new Error(`Transaction ${seq} of the log copy is not what the lake wrote.`)
    dataset.run(line.dataset, line.timestamp)
    transaction.run(
      seq,
      line.dataset,
      line.id,
      line.author,
      line.timestamp,
      documentIds,
      line.mutations,
      line.action,
      line.hash,
    )
    for (const [index, {documentId, previousRev, resultRev, beforeJson, afterJson}] of effects.entries()) {
      effect.run(
        seq,
        line.dataset,
        documentId,
        previousRev,
        resultRev,
        beforeJson,
        afterJson,
        hashes[index] ?? null,
      )
      forget.run(line.dataset, documentId)
      if (afterJson === null) {
        remove.run(line.dataset, documentId)
        continue
      }
      const document = parseStored(afterJson)
      put.run(line.dataset, documentId, document._type, document._rev, seq, afterJson)
      for (const {target, weak} of findReferences(document))
        refer.run(line.dataset, documentId, target, weak ? 1 : 0)
    }
  }
}
