import {closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'
import {copyAssets} from './copy-assets.ts'
import {logOf, type Snapshot} from './places.ts'

const effect = z.object({
  document_id: z.string(),
  previous_rev: z.string().nullable(),
  result_rev: z.string().nullable(),
  after_json: z.string().nullable(),
})
/** A line of the log copy: one transaction. What was before is not repeated, the line before says it. */
const logLine = z.object({
  seq: z.number(),
  dataset: z.string(),
  id: z.string(),
  author: z.string(),
  timestamp: z.string(),
  document_ids: z.string(),
  mutations: z.string(),
  action: z.string().nullable(),
  hash: z.string(),
  effects: z.array(effect),
})
export type LogLine = z.infer<typeof logLine>

/** How far the copy of the log behind a snapshot reaches: the last transaction in it and that one's hash. */
export type Place = {snapshot: Snapshot; sequence: number; head: string | null}

/** The whole lines of a log file; a line that was being written when the machine stopped is none. */
export function readLog(snapshot: Snapshot): {lines: LogLine[]; bytes: number} {
  if (!existsSync(logOf(snapshot.folder))) return {lines: [], bytes: 0}
  const bytes = readFileSync(logOf(snapshot.folder))
  const end = bytes.lastIndexOf(10) + 1
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
  return {lines: lines.map((line) => logLine.parse(JSON.parse(line))), bytes: end}
}

/** Where the copy behind a snapshot stands; removes half a line at its end. */
export function placeBehind(snapshot: Snapshot): Place {
  const {lines, bytes} = readLog(snapshot)
  if (existsSync(logOf(snapshot.folder))) truncateSync(logOf(snapshot.folder), bytes)
  const last = lines.at(-1)
  return {snapshot, sequence: last?.seq ?? snapshot.sequence, head: last?.hash ?? snapshot.head}
}

type CopyOptions = {data: string; to: string; place: Place; until?: number}

/**
 * Appends what was committed since, synced, with the assets that came with it. Gives where the copy stands now, or null
 * when the lake's history is not the one that was copied, as after a restore.
 */
export function copyLog({data, to, place, until = Number.MAX_SAFE_INTEGER}: CopyOptions): Place | null {
  const db = new DatabaseSync(join(data, 'lake.sqlite'), {readOnly: true})
  try {
    db.exec('PRAGMA busy_timeout = 5000; BEGIN')
    const known = db.prepare('SELECT hash FROM transactions WHERE seq = ?').get(place.sequence)?.['hash']
    if (place.sequence > 0 && known !== place.head) return null
    const next = append(db, place, until)
    if (next.sequence > place.sequence) copyAssets(db, data, to)
    return next
  } finally {
    db.close()
  }
}

function append(db: DatabaseSync, place: Place, until: number): Place {
  const file = openSync(logOf(place.snapshot.folder), 'a', 0o600)
  let {sequence, head} = place
  try {
    const effects = db.prepare('SELECT * FROM effects WHERE seq = ? ORDER BY document_id')
    const rows = db.prepare('SELECT * FROM transactions WHERE seq > ? AND seq <= ? ORDER BY seq')
    for (const row of rows.iterate(sequence, until)) {
      const line = logLine.parse({...row, effects: effects.all(Number(row['seq']))})
      writeSync(file, `${JSON.stringify(line)}\n`)
      ;[sequence, head] = [line.seq, line.hash]
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return {snapshot: place.snapshot, sequence, head}
}
