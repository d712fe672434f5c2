import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openStore} from './store.ts'

let directory: string
let lockFile: string
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'lake-store-')), 'data')
  openStore({directory}).close()
  lockFile = join(directory, 'lake.lock')
})
afterEach(() => rmSync(join(directory, '..'), {recursive: true}))

test('only the owner reads the store', () => {
  const modes = [directory, join(directory, 'lake.sqlite')].map((path) => statSync(path).mode & 0o777)
  expect(modes).toEqual([0o700, 0o600])
})

test('the store opens durable and guarded', () => {
  const store = openStore({directory})
  const values = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'trusted_schema',
    'mmap_size',
    'busy_timeout',
  ]
  const read = values.map((name) => Object.values(store.db.prepare(`PRAGMA ${name}`).get() ?? {})[0])
  store.close()
  expect(read).toEqual(['wal', 2, 1, 0, 0, 5000])
})

test('a second lake on the same directory is refused, also through another path', () => {
  const store = openStore({directory})
  expect(() => openStore({directory})).toThrow(/in use/u)
  const alias = join(directory, '..', 'alias')
  symlinkSync(directory, alias)
  expect(() => openStore({directory: alias})).toThrow(/in use/u)
  store.close()
  openStore({directory}).close()
})

test('a lock of a living process is respected', () => {
  writeFileSync(lockFile, String(process.ppid))
  expect(() => openStore({directory})).toThrow(`process ${process.ppid}`)
})

test('a lock that a dead process, an earlier start with our number or a broken write left is taken over', () => {
  const {pid} = spawnSync(process.execPath, ['--version'])
  for (const left of [String(pid), String(process.pid), '']) {
    writeFileSync(lockFile, left)
    expect(() => openStore({directory}).close()).not.toThrow()
  }
})

test('a store of a newer lake is refused, and its directory is free again', () => {
  const store = openStore({directory})
  const known = Number(store.db.prepare('PRAGMA user_version').get()?.['user_version'])
  store.db.exec('PRAGMA user_version = 99')
  store.close()
  for (const _attempt of [1, 2]) expect(() => openStore({directory})).toThrow(/newer lake/u)
  expect(known).toBeGreaterThan(0)
})
