import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as wait} from 'node:timers/promises'
import {migrations} from '../src/store/migrations.ts'
import {openStore} from '../src/store/store.ts'
import {findFaults} from '../src/store/verify.ts'
import {randomFrom} from './seed.ts'

const program = join(import.meta.dirname, 'open-store.fixture.ts')
const pages = 50

/** What a lake of the first schema would have left: a history, and the documents at its end. */
function fillFirstSchema(db: DatabaseSync, transactions: number): void {
  db.exec(`INSERT INTO datasets (name, created_at) VALUES ('production', '2026-01-01T00:00:00Z'); BEGIN`)
  const transaction = db.prepare(
    `INSERT INTO transactions (dataset, id, author, timestamp, document_ids, mutations, action)
     VALUES ('production', ?, 'ada', '2026-01-01T00:00:00Z', ?, '[]', 'mutate')`,
  )
  const effect = db.prepare(
    `INSERT INTO effects (seq, dataset, document_id, previous_rev, result_rev, before_json, after_json)
     VALUES (?, 'production', ?, ?, ?, ?, ?)`,
  )
  const put = db.prepare(
    `INSERT OR REPLACE INTO documents (dataset, id, type, rev, seq, json) VALUES ('production', ?, 'page', ?, ?, ?)`,
  )
  const left = new Map<string, {rev: string; json: string}>()
  for (let seq = 1; seq <= transactions; seq++) {
    const [id, rev] = [`page-${seq % pages}`, `rev-${seq}`]
    const json = JSON.stringify({_id: id, _type: 'page', _rev: rev, text: `${seq} `.repeat(200)})
    const before = left.get(id)
    transaction.run(rev, JSON.stringify([id]))
    effect.run(seq, id, before?.rev ?? null, rev, before?.json ?? null, json)
    put.run(id, rev, seq, json)
    left.set(id, {rev, json})
  }
  db.exec('COMMIT')
}

/** A store as the lake of that schema version would have left it. */
export function makeStoreOf(version: number, directory: string, transactions: number): void {
  mkdirSync(directory, {recursive: true})
  const db = new DatabaseSync(join(directory, 'lake.sqlite'))
  db.exec('PRAGMA journal_mode = WAL')
  for (const [index, step] of migrations.slice(0, version).entries()) {
    if (typeof step === 'string') db.exec(step)
    else step(db)
    if (index === 0) fillFirstSchema(db, transactions)
  }
  db.exec(`PRAGMA user_version = ${version}`)
  db.close()
}

/** The content of a store of any schema, without what later schemas add to it. */
function contentOf(db: DatabaseSync): string {
  return JSON.stringify([
    db.prepare('SELECT dataset, id, type, rev, seq, json FROM documents ORDER BY dataset, id').all(),
    db
      .prepare('SELECT seq, dataset, id, author, timestamp, document_ids FROM transactions ORDER BY seq')
      .all(),
    db.prepare('SELECT seq, document_id, before_json, after_json FROM effects ORDER BY seq').all(),
  ])
}

function read<T>(directory: string, look: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(directory, 'lake.sqlite'))
  try {
    return look(db)
  } finally {
    db.close()
  }
}

const versionOf = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.['user_version'])

/** Opening a store of each earlier schema: how many there are, and how many came through whole. */
export function openEarlierSchemas(): {versions: number; whole: number} {
  const result = {versions: migrations.length - 1, whole: 0}
  for (let version = 1; version < migrations.length; version++) {
    const directory = mkdtempSync(join(tmpdir(), 'lake-schema-'))
    makeStoreOf(version, directory, 300)
    const before = read(directory, contentOf)
    const store = openStore({directory})
    if (contentOf(store.db) === before && [...findFaults(store.db, {pages: 'full'})].length === 0)
      result.whole += 1
    store.close()
    rmSync(directory, {recursive: true})
  }
  return result
}

/** F20: kill −9 while a store of the first schema is brought up to date; it is migrated or untouched, never between. */
export async function killMigrations({rounds, seed}: {rounds: number; seed: number}): Promise<{
  kills: number
  untouched: number
  migrated: number
  between: number
  whole: number
}> {
  const random = randomFrom(seed)
  const root = mkdtempSync(join(tmpdir(), 'lake-migrate-'))
  makeStoreOf(1, join(root, 'first'), 2500)
  const content = read(join(root, 'first'), contentOf)
  const result = {kills: rounds, untouched: 0, migrated: 0, between: 0, whole: 0}
  for (let round = 0; round < rounds; round++) {
    const directory = join(root, `round-${round}`)
    cpSync(join(root, 'first'), directory, {recursive: true})
    await killWhileOpening(directory, random(220))
    const found = read(directory, (db) => ({version: versionOf(db), content: contentOf(db)}))
    if (found.version === 1) result.untouched += 1
    else if (found.version === migrations.length) result.migrated += 1
    else result.between += 1
    const store = openStore({directory})
    const isWhole = found.content === content && contentOf(store.db) === content
    if (isWhole && [...findFaults(store.db, {pages: 'full'})].length === 0) result.whole += 1
    store.close()
    rmSync(directory, {recursive: true})
  }
  rmSync(root, {recursive: true})
  return result
}

async function killWhileOpening(directory: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [program, directory], {stdio: ['ignore', 'pipe', 'inherit']})
  await once(child.stdout, 'data')
  await wait(afterMs)
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
