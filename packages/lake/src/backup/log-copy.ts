import {closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'
import {copyAssets} from './copy-assets.ts'
import {logFileAfter, logName, makeFolder, namesIn, placesIn, syncFolder} from './places.ts'

const effect = z.object({
  document_id: z.string(),
  previous_rev: z.string().nullable(),
  result_rev: z.string().nullable(),
  after_json: z.string().nullable(),
  hash: z.string(),
})
/** A line of the log copy: one transaction. What was before is not repeated, the line before says it. */
export const logLine = z.object({
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

/** The whole lines of a log file; a line that was being written when the machine stopped is none. */
export function readLog(path: string): {lines: LogLine[]; bytes: number} {
  const bytes = readFileSync(path)
  const end = bytes.lastIndexOf(10) + 1
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
  return {lines: lines.map((line) => logLine.parse(JSON.parse(line))), bytes: end}
}

/** Where the copy of the log stands: the last transaction in it, or the snapshot behind which it begins. */
export function lastCopied(to: string): {path: string; sequence: number} | null {
  const {log} = placesIn(to)
  const name = namesIn(log, logName).at(-1)
  if (name === undefined) return null
  const path = join(log, name)
  const {lines, bytes} = readLog(path)
  truncateSync(path, bytes)
  return {path, sequence: lines.at(-1)?.seq ?? Number.parseInt(name, 10) - 1}
}

/** Begins a new file of the log copy behind a snapshot. */
export function beginLog(to: string, sequence: number): {path: string; sequence: number} {
  const {log} = placesIn(to)
  makeFolder(log)
  const path = join(log, logFileAfter(sequence))
  closeSync(openSync(path, 'a', 0o600))
  syncFolder(log)
  return {path, sequence}
}

/** Appends what was committed since, synced, with the assets that came with it. Gives where the copy stands now. */
export function copyLog(
  data: string,
  to: string,
  place: {path: string; sequence: number},
): {path: string; sequence: number} {
  const db = new DatabaseSync(join(data, 'lake.sqlite'), {readOnly: true})
  const file = openSync(place.path, 'a', 0o600)
  let {sequence} = place
  try {
    db.exec('PRAGMA busy_timeout = 5000; BEGIN')
    const effects = db.prepare('SELECT * FROM effects WHERE seq = ? ORDER BY document_id')
    for (const row of db.prepare('SELECT * FROM transactions WHERE seq > ? ORDER BY seq').iterate(sequence)) {
      const line = logLine.parse({...row, effects: effects.all(Number(row['seq']))})
      writeSync(file, `${JSON.stringify(line)}\n`)
      sequence = line.seq
    }
    fsyncSync(file)
    if (sequence > place.sequence) copyAssets(db, data, to)
  } finally {
    closeSync(file)
    db.close()
  }
  return {path: place.path, sequence}
}
