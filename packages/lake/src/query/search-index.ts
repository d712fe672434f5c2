import type {Store} from '../store/store.ts'
import {searchWordsOf} from './text-query.ts'

/**
 * Brings `search_words` up to the newest transaction, a few documents at a time and after the answers to whoever wrote
 * them. A search looks at what was written since by itself, so that nothing is missed meanwhile.
 */
export type SearchIndex = {
  /** Says that something was written. */
  wake(): void
  /** Indexes everything that is waiting, at once. */
  catchUp(): void
  stop(): void
}

/** The form of the index that this code writes; a store with another one builds it again. */
const form = 1
const batch = 50
const restMs = 100

export function openSearchIndex({db}: Store): SearchIndex {
  const state = db.prepare("SELECT form, seq FROM derived_indexes WHERE name = 'search'")
  const waiting = db.prepare(
    'SELECT number, seq, json FROM documents WHERE seq > ? ORDER BY seq, number LIMIT ?',
  )
  const sameSeq = db.prepare('SELECT number, seq, json FROM documents WHERE seq = ?')
  const put = db.prepare('INSERT OR REPLACE INTO search_words (rowid, words) VALUES (?, ?)')
  const move = db.prepare("UPDATE derived_indexes SET seq = ? WHERE name = 'search'")
  let timer: NodeJS.Timeout | undefined

  if (state.get()?.['form'] !== form) {
    db.exec(`BEGIN IMMEDIATE; INSERT INTO search_words (search_words) VALUES ('delete-all');
      INSERT OR REPLACE INTO derived_indexes (name, form, seq) VALUES ('search', ${form}, 0); COMMIT`)
  }
  /** Whole transactions only, so that one number says how far the index is. */
  const next = (): Record<string, unknown>[] => {
    const rows = waiting.all(Number(state.get()?.['seq']), batch)
    const last = rows.at(-1)?.['seq']
    if (rows.length < batch) return rows
    const whole = rows.filter((row) => row['seq'] !== last)
    return whole.length > 0 ? whole : sameSeq.all(Number(last))
  }
  const step = (): boolean => {
    const rows = next()
    const last = rows.at(-1)
    if (!last) return false
    db.exec('BEGIN IMMEDIATE')
    try {
      for (const row of rows) {
        const words = searchWordsOf(JSON.parse(String(row['json'])))
        put.run(Number(row['number']), words.join(' '))
      }
      move.run(Number(last['seq']))
      db.exec('COMMIT')
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
    return true
  }
  const rest = (): void => {
    timer = undefined
    try {
      if (step()) plan(0)
    } catch (error) {
      // A full disk: a search still looks at what is waiting, and the next write tries again.
      process.emitWarning(error instanceof Error ? error : String(error))
    }
  }
  const plan = (afterMs: number): void => {
    timer ??= setTimeout(rest, afterMs).unref()
  }
  plan(restMs)
  return {
    wake: () => plan(restMs),
    catchUp: () => {
      while (step());
    },
    stop: () => clearTimeout(timer),
  }
}
