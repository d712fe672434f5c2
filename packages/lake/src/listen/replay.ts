import type {LakeDocument} from '../document.ts'
import type {Clock} from '../clock.ts'
import {parseStored, type Store} from '../store/store.ts'
import type {Change, Commit} from '../transact/types.ts'

const maxEvents = 10_000
const maxAgeMs = 3_600_000

/** Reads what was committed after an event out of the transaction log. */
export type Replay = {
  /** Commits after the event that a listener heard last; null when that is unknown or too long ago. */
  after(dataset: string, eventId: string): Commit[] | null
  /** Commits after a number of the global sequence; null when it is unknown or too long ago. */
  since(dataset: string, seq: number): Commit[] | null
}

export function createReplay({db, sequence}: Store, clock: Clock): Replay {
  const position = db.prepare('SELECT seq, timestamp FROM transactions WHERE dataset = ? AND id = ?')
  const rows = db.prepare(
    `SELECT t.seq, t.id, t.author, t.timestamp, t.mutations, e.document_id, e.before_json, e.after_json
     FROM effects e JOIN transactions t USING (seq)
     WHERE t.dataset = ? AND (t.seq > ? OR (t.seq = ? AND e.document_id > ?))
     ORDER BY t.seq, e.document_id LIMIT ${maxEvents + 1}`,
  )
  const read = (dataset: string, seq: number, documentId: string): Commit[] | null => {
    const found = rows.all(dataset, seq, seq, documentId)
    if (found.length > maxEvents) return null
    const commits = new Map<number, Commit>()
    for (const row of found) {
      const change = changeOf(dataset, row)
      const {transactionId, author, timestamp} = change
      const commit = commits.get(change.seq) ?? {
        seq: change.seq,
        transactionId,
        dataset,
        author,
        timestamp,
        changes: [],
      }
      commit.changes.push(change)
      commits.set(change.seq, commit)
    }
    return [...commits.values()]
  }
  return {
    after: (dataset, eventId) => {
      const [transactionId = '', documentId = ''] = eventId.split('#')
      const row = position.get(dataset, transactionId)
      if (!row || clock.now() - Date.parse(String(row['timestamp'])) > maxAgeMs) return null
      return read(dataset, Number(row['seq']), documentId)
    },
    since: (dataset, seq) => {
      if (seq > sequence()) return null
      // No document id is greater than this one: the numbered transaction itself was heard.
      return read(dataset, seq, '\u{10FFFF}')
    },
  }
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
