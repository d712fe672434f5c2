import {DatabaseSync, type StatementSync} from 'node:sqlite'

const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA mmap_size = 0;
  PRAGMA journal_size_limit = 67108864;
`

/**
 * The writing connection. After a failed write or sync nothing that SQLite holds in memory may be trusted, so `reopen`
 * starts over from the file; statements that were prepared before prepare themselves again, and nobody who holds one
 * has to know.
 */
export class LakeDatabase extends DatabaseSync {
  #generation = 0

  constructor(path: string) {
    // Defensive: no plain SQL may write the schema table or shadow tables.
    super(path, {defensive: true, allowExtension: false})
    super.exec(pragmas)
  }

  reopen(): void {
    if (this.isOpen) this.close()
    this.open()
    super.exec(pragmas)
    this.#generation += 1
  }

  override prepare(sql: string): StatementSync {
    let statement = super.prepare(sql)
    let generation = this.#generation
    const current = (): StatementSync => {
      if (generation === this.#generation) return statement
      statement = super.prepare(sql)
      generation = this.#generation
      return statement
    }
    return new Proxy(statement, {
      get: (_target, name) => {
        const now = current()
        const member: unknown = Reflect.get(now, name, now)
        return typeof member === 'function' ? member.bind(now) : member
      },
    })
  }
}

/** SQLite's own number for what went wrong, without its details; null for an error that is not SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null
}

export const sqlite = {ioError: 10, corrupt: 11, full: 13, notADatabase: 26} as const
