import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'

/** What was last known to be good, by key; it outlives the process, so a page can be made while the lake is down. */
export type LastGood = {
  /** The kept value, or `undefined` when nothing is known. */
  recall(key: string): unknown
  keep(key: string, value: unknown): void
  forget(key: string): void
  close(): void
}

const table = 'create table if not exists kept (key text primary key, value text not null) strict'
const upsert = `insert into kept (key, value) values (?, ?)
  on conflict (key) do update set value = excluded.value where value <> excluded.value`

/** Opens the store in one SQLite file, which is made when absent. Throws when the folder cannot be written. */
export function openLastGood(file: string): LastGood {
  mkdirSync(dirname(file), {recursive: true, mode: 0o700})
  const db = openDatabase(file)
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 2000;')
  db.exec(table)
  const select = db.prepare('select value from kept where key = ?')
  const write = db.prepare(upsert)
  const remove = db.prepare('delete from kept where key = ?')
  return {
    recall(key) {
      const value = select.get(key)?.['value']
      return typeof value === 'string' ? JSON.parse(value) : undefined
    },
    keep: (key, value) => void write.run(key, JSON.stringify(value)),
    forget: (key) => void remove.run(key),
    close: () => db.close(),
  }
}

// The bundler must not look into node:sqlite, and a site on a Node without it gets a clear message.
function openDatabase(file: string): DatabaseSync {
  const sqlite = process.getBuiltinModule('node:sqlite')
  if (!sqlite) throw new Error('The site needs node:sqlite: Node 24 or newer.')
  return new sqlite.DatabaseSync(file)
}
