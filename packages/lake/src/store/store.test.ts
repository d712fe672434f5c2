import {spawnSync} from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openSample, writeSample} from '../../checks/sample-store.ts'
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

test('what was prepared before the file was opened again works on', () => {
  const {store, writer} = openSample(directory)
  writeSample(writer, 1)
  store.recover()
  writeSample(writer, 2)
  expect([store.sequence(), store.get('production', 'page-2')?._type, store.isSound()]).toEqual([
    2,
    'page',
    true,
  ])
  store.close()
})

test('a store that does not open sound after a failed write takes no writes until it does', () => {
  const {store, writer} = openSample(directory)
  writeSample(writer, 1)
  store.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const path = join(directory, 'lake.sqlite')
  const header = readFileSync(path).subarray(0, 100)
  const overwrite = (bytes: Uint8Array): void => {
    const file = openSync(path, 'r+')
    writeSync(file, bytes, 0, bytes.length, 0)
    closeSync(file)
  }
  overwrite(Buffer.alloc(100, 0xff))
  expect(() => store.recover()).toThrow('not a database')
  expect(store.isSound()).toBe(false)
  expect(() => writeSample(writer, 2)).toThrow('The store cannot be written')
  overwrite(header)
  writeSample(writer, 3)
  expect([store.isSound(), store.sequence()]).toEqual([true, 2])
  store.close()
})
