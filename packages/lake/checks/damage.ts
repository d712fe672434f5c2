import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openStore} from '../src/store/store.ts'
import {findFaults} from '../src/store/verify.ts'
import {digestOfAll} from './content-digest.ts'
import {openSample, writeSample} from './sample-store.ts'
import {randomFrom} from './seed.ts'

type Random = (below: number) => number
const names = ['lake.sqlite', 'lake.sqlite-wal'] as const

function flipOneByte(path: string, random: Random): void {
  const at = random(statSync(path).size)
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ (1 << random(8))
  writeSync(file, byte, 0, 1, at)
  closeSync(file)
}

/** Runs in a folder with copies of the files, which goes afterwards. */
function inCopy<T>(from: string, files: readonly string[], run: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'lake-copy-'))
  try {
    for (const name of files) copyFileSync(join(from, name), join(directory, name))
    return run(directory)
  } finally {
    rmSync(directory, {recursive: true})
  }
}

/** Half of the history is in the main file, half only in the write-ahead log; gives the hashes of the transactions. */
function makeHalfLogged(directory: string, transactions: number): string[] {
  const {store, writer} = openSample(directory)
  for (let number = 0; number < transactions / 2; number++) writeSample(writer, number)
  store.db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0')
  for (let number = transactions / 2; number < transactions; number++) writeSample(writer, number)
  mkdirSync(join(directory, 'files'))
  for (const name of names) copyFileSync(join(directory, name), join(directory, 'files', name))
  const hashes = store.db.prepare('SELECT hash FROM transactions ORDER BY seq').all()
  store.close()
  return hashes.map(({hash}) => String(hash))
}

/** F2: the write-ahead log cut anywhere, or one byte of it flipped. What opens must be a beginning of the history. */
export function damageLogs({rounds, seed}: {rounds: number; seed: number}): {
  rounds: number
  opened: number
  prefixes: number
  shortest: number
  longest: number
} {
  const random = randomFrom(seed)
  const directory = mkdtempSync(join(tmpdir(), 'lake-damage-'))
  const written = makeHalfLogged(directory, 120)
  const result = {rounds, opened: 0, prefixes: 0, shortest: written.length, longest: 0}
  for (let round = 0; round < rounds; round++) {
    inCopy(join(directory, 'files'), names, (copy) => {
      const log = join(copy, 'lake.sqlite-wal')
      if (round % 2 === 0) truncateSync(log, random(statSync(log).size))
      else flipOneByte(log, random)
      const store = openStore({directory: copy})
      result.opened += 1
      const found = store.db.prepare('SELECT hash FROM transactions ORDER BY seq').all()
      const isPrefix = found.every(({hash}, index) => hash === written[index])
      const [fault] = findFaults(store.db, {pages: 'full'})
      store.close()
      if (isPrefix && fault === undefined) result.prefixes += 1
      result.shortest = Math.min(result.shortest, found.length)
      result.longest = Math.max(result.longest, found.length)
    })
  }
  rmSync(directory, {recursive: true})
  return result
}

/** F3: one bit of the main file flipped. The check finds it, or nothing of the content is different. */
export function damageFiles({rounds, seed}: {rounds: number; seed: number}): {
  rounds: number
  caught: number
  harmless: number
  silentlyWrong: number
} {
  const random = randomFrom(seed)
  const directory = mkdtempSync(join(tmpdir(), 'lake-damage-'))
  const {store, writer} = openSample(directory)
  for (let number = 0; number < 60; number++) writeSample(writer, number)
  const whole = digestOfAll(store.db)
  store.close()
  const result = {rounds, caught: 0, harmless: 0, silentlyWrong: 0}
  for (let round = 0; round < rounds; round++) {
    inCopy(directory, ['lake.sqlite'], (copy) => {
      flipOneByte(join(copy, 'lake.sqlite'), random)
      result[verdictOf(copy, whole)] += 1
    })
  }
  rmSync(directory, {recursive: true})
  return result
}

function verdictOf(directory: string, whole: string): 'caught' | 'harmless' | 'silentlyWrong' {
  try {
    const store = openStore({directory})
    try {
      const [fault] = findFaults(store.db, {pages: 'full'})
      if (fault !== undefined) return 'caught'
      return digestOfAll(store.db) === whole ? 'harmless' : 'silentlyWrong'
    } finally {
      store.close()
    }
  } catch {
    // It does not open, or a page cannot be read: nobody takes it for whole.
    return 'caught'
  }
}
