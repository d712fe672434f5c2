import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openSample, writeSample} from '../../checks/sample-store.ts'
import {findFaults} from './verify.ts'

let directory: string
let plain: DatabaseSync
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lake-verify-'))
  const {store, writer} = openSample(directory)
  for (let number = 0; number < 60; number++) writeSample(writer, number)
  store.close()
  // Somebody with a shell: no pragma of ours, and every guard of SQLite off.
  plain = new DatabaseSync(join(directory, 'lake.sqlite'), {defensive: false})
  plain.exec('PRAGMA foreign_keys = OFF')
})
afterEach(() => {
  plain.close()
  rmSync(directory, {recursive: true})
})

const faults = (): string[] => [...findFaults(plain, {pages: 'full'})]

test('a store that nobody touched has no faults', () => {
  expect(faults()).toEqual([])
})

const rewrites = [
  "UPDATE transactions SET author = 'someone else'",
  'UPDATE transactions SET seq = seq + 1000',
  'DELETE FROM transactions WHERE seq = 1',
  "UPDATE effects SET after_json = '{}' WHERE seq = 3",
  'DELETE FROM effects',
  'INSERT OR REPLACE INTO transactions SELECT * FROM transactions WHERE seq = 2',
  "REPLACE INTO transactions (seq, dataset, id, author, timestamp, document_ids, mutations) SELECT 99, dataset, id, 'x', timestamp, '[]', '[]' FROM transactions WHERE seq = 2",
  'INSERT OR REPLACE INTO effects SELECT * FROM effects WHERE seq = 2',
  "INSERT INTO effects (seq, dataset, document_id) VALUES (2, 'production', 'slipped-in')",
  "INSERT INTO transactions (seq, dataset, id, author, timestamp, document_ids, mutations) VALUES (2, 'production', 'new', 'x', '', '[]', '[]') ON CONFLICT (seq) DO UPDATE SET author = 'x'",
  "UPDATE OR REPLACE effects SET document_id = 'other'",
]
test.each(rewrites)('history is not rewritten by %s', (sql) => {
  for (const recursive of ['ON', 'OFF']) {
    plain.exec(`PRAGMA recursive_triggers = ${recursive}`)
    expect(() => plain.exec(sql)).toThrow('history is append-only')
  }
  expect(faults()).toEqual([])
})

test('the lake’s own connection does not let SQL touch the schema behind the triggers', () => {
  const {store} = openSample(join(directory, 'own'))
  store.db.exec('PRAGMA writable_schema = ON')
  expect(() => store.db.exec("DELETE FROM sqlite_schema WHERE type = 'trigger'")).toThrow(
    /may not be modified/u,
  )
  store.close()
})

const withoutTriggers = (sql: string): void => {
  const triggers = plain.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const {name} of triggers) plain.exec(`DROP TRIGGER ${String(name)}`)
  plain.exec(sql)
  for (const trigger of triggers) plain.exec(String(trigger['sql']))
}
const forgeries: [string, RegExp][] = [
  ["UPDATE transactions SET author = 'x' WHERE seq = 5", /^transaction 5 .* is not what was written/u],
  [
    "UPDATE effects SET after_json = replace(after_json, '7 ', '8 ') WHERE seq = 8",
    /^transaction 8, document page-7/u,
  ],
  ['DELETE FROM effects WHERE seq = 9; DELETE FROM transactions WHERE seq = 9', /^transaction 10/u],
  [
    "UPDATE documents SET json = replace(json, 'Ada', 'Eve') WHERE id = 'author'",
    /^document author in production: is not as/u,
  ],
  ["DELETE FROM documents WHERE id = 'page-3'", /^document page-3 in production: is gone, and no/u],
  ["UPDATE documents SET type = 'other' WHERE id = 'page-3'", /^document page-3 in production: is filed/u],
  [
    "DELETE FROM document_references WHERE source_id = 'page-4'",
    /^document page-4 in production: its references/u,
  ],
  [
    "INSERT INTO document_references VALUES ('production', 'nobody', 'author', 0)",
    /^document nobody in production: is gone/u,
  ],
]
test.each(forgeries)('%s is found', (sql, expected) => {
  withoutTriggers(sql)
  expect(faults().some((fault) => expected.test(fault))).toBe(true)
})
