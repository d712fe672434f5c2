import type {LakeDocument} from '../document.ts'
import type {Clock} from '../clock.ts'
import {parseStored, type Store} from '../store/store.ts'
import type {Change, Commit} from '../transact/types.ts'

const maxEvents = 10_000
const maxAgeMs = 3_600_000

/** Where a listener that comes back broke off: the last document that it heard of, in which transaction. */
type Place = {transactionId: string; documentId: string}

/** Reads what was committed after an event out of the transaction log. */
export type Replay = {
  /** The commit that a listener heard of last and those after it; null when that is unknown or too long ago. */
  after(dataset: string, eventId: string): {heard: Place; commits: Commit[]} | null
  /** Commits after a number of the global sequence; null when it is unknown or too long ago. */
  since(dataset: string, seq: number): Commit[] | null
}

const position = /^seq:(\d+)$/u

/** The id of a greeting: from here on nothing was missed, even if nothing is heard before the line breaks. */
export const positionOf = (seq: number): string => `seq:${seq}`

export function createReplay({db, sequence}: Store, clock: Clock): Replay {
  const place = db.prepare('SELECT seq, timestamp FROM transactions WHERE dataset = ? AND id = ?')
  const rows = db.prepare(
    `SELECT t.seq, t.id, t.author, t.timestamp, t.mutations, e.document_id, e.before_json, e.after_json
     FROM transactions t JOIN effects e USING (seq)
     WHERE t.seq > ? AND t.dataset = ? ORDER BY t.seq, e.document_id LIMIT ${maxEvents + 1}`,
  )
  const since: Replay['since'] = (dataset, seq) => {
    if (seq > sequence()) return null
    const found = rows.all(seq, dataset)
    return found.length > maxEvents ? null : commitsOf(dataset, found)
  }
  const isTooOld = (timestamp: unknown): boolean => clock.now() - Date.parse(String(timestamp)) > maxAgeMs
  return {
    since,
    after: (dataset, eventId) => {
      const greeted = position.exec(eventId)?.[1]
      if (greeted !== undefined) {
        const commits = since(dataset, Number(greeted))
        return commits && {heard: {transactionId: '', documentId: ''}, commits}
      }
      // A document id holds no “#”, so what follows the last one is the document.
      const [, transactionId = '', documentId = ''] = /^(.*)#([^#]*)$/u.exec(eventId) ?? []
      const row = place.get(dataset, transactionId)
      if (!row || isTooOld(row['timestamp'])) return null
      const commits = since(dataset, Number(row['seq']) - 1)
      return commits && {heard: {transactionId, documentId}, commits}
    },
  }
}

function commitsOf(dataset: string, rows: readonly Record<string, unknown>[]): Commit[] {
  const commits = new Map<number, Commit>()
  for (const row of rows) {
    const change = changeOf(dataset, row)
    const {seq, transactionId, author, timestamp} = change
    const commit = commits.get(seq) ?? {seq, transactionId, dataset, author, timestamp, changes: []}
    commit.changes.push(change)
    commits.set(seq, commit)
  }
  return [...commits.values()]
}

const document = (json: unknown): LakeDocument | null => (json === null ? null : parseStored(json))

function changeOf(dataset: string, row: Record<string, unknown>): Change {
  const mutations: unknown = JSON.parse(String(row['mutations']))
  return {
    seq: Number(row['seq']),
    transactionId: String(row['id']),
    dataset,
    timestamp: String(row['timestamp']),
    author: String(row['author']),
    documentId: String(row['document_id']),
    before: document(row['before_json']),
    after: document(row['after_json']),
    mutations: Array.isArray(mutations) ? mutations : [],
  }
}
