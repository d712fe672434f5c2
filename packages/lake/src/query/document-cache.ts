import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {parseStored} from '../store/store.ts'

/** A parsed document with its stored text. Whoever gets one reads it and never changes it. */
export type Kept = {document: LakeDocument; text: string}

/** Parsed documents of a store, as its newest commit has them, the latest read ones kept. */
export type DocumentCache = {
  get(dataset: string, id: string): Kept | null
  /** Drops what was written since the last call, and says whether anything was; at the start of each snapshot. */
  refresh(): boolean
}

export function openDocumentCache(db: DatabaseSync, maxTextLength: number): DocumentCache {
  const one = db.prepare('SELECT json FROM documents WHERE dataset = ? AND id = ?')
  const newest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions')
  const changed = db.prepare('SELECT dataset, document_id FROM effects WHERE seq > ? LIMIT 1001')
  const kept = new Map<string, Kept>()
  let length = 0
  let seq = 0

  const forget = (key: string): void => {
    length -= kept.get(key)?.text.length ?? 0
    kept.delete(key)
  }
  const remember = (key: string, entry: Kept): void => {
    kept.set(key, entry)
    length += entry.text.length
    for (const oldest of kept.keys()) {
      if (length <= maxTextLength) return
      forget(oldest)
    }
  }
  return {
    refresh: () => {
      const now = Number(newest.get()?.['seq'])
      if (now === seq) return false
      const rows = kept.size > 0 ? changed.all(seq) : []
      if (rows.length > 1000) {
        kept.clear()
        length = 0
      }
      for (const row of rows) forget(`${String(row['dataset'])}/${String(row['document_id'])}`)
      seq = now
      return true
    },
    get: (dataset, id) => {
      const key = `${dataset}/${id}`
      const known = kept.get(key)
      if (known) {
        // The latest read one stands last.
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      const row = one.get(dataset, id)
      if (!row) return null
      const text = String(row['json'])
      const entry = {document: parseStored(text), text}
      remember(key, entry)
      return entry
    },
  }
}
