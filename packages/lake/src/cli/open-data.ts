import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {openStore, type Store} from '../store/store.ts'

/** The lake's file in a data folder. Throws when there is none: a folder that was mistyped must not become a lake. */
export function requireLakeFile(directory: string): string {
  const path = join(directory, 'lake.sqlite')
  if (!existsSync(path)) throw new Error(`There is no lake in ${directory}.`)
  return path
}

/** Runs on the store alone; refuses while another process holds the folder. */
export async function withStore<T>(directory: string, run: (store: Store) => T | Promise<T>): Promise<T> {
  requireLakeFile(directory)
  const store = openStore({directory})
  try {
    return await run(store)
  } finally {
    store.close()
  }
}

/** Runs on one state of the store, read only, also while a lake writes to it. */
export async function withSnapshot<T>(
  directory: string,
  run: (db: DatabaseSync) => T | Promise<T>,
): Promise<T> {
  const db = new DatabaseSync(requireLakeFile(directory), {readOnly: true})
  try {
    db.exec('PRAGMA busy_timeout = 5000; BEGIN')
    return await run(db)
  } finally {
    db.close()
  }
}
