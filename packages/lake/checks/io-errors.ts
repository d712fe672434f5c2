import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openStore} from '../src/store/store.ts'
import {findFaults} from '../src/store/verify.ts'
import {openSample} from './sample-store.ts'
import {randomFrom} from './seed.ts'

const program = join(import.meta.dirname, 'io-writer.fixture.ts')
const writesPerRun = 60
/** What the kernel is made to fail at: syncing, and writing pages. */
const calls = ['fsync,fdatasync', 'pwrite64'] as const

export const hasStrace = (): boolean => spawnSync('strace', ['-V']).status === 0

export type IoResult = {
  faults: number
  runs: number
  acknowledged: number
  refused: number
  unfinishedRuns: number
  lost: number
  unsound: number
  otherErrors: number
}

/** One run under strace, whose kernel answers EIO at these calls; gives what the writer said and how many faults it met. */
function runWithFaults(
  directory: string,
  prefix: string,
  inject: string,
): {stored: string[]; refused: string[]; faults: number} {
  const args = ['-f', '-qq', '-e', `trace=${inject.split(':')[0]}`, '-e', `inject=${inject}`]
  const writer = [process.execPath, program, directory, String(writesPerRun), prefix]
  const done = spawnSync('strace', [...args, ...writer], {encoding: 'utf8', maxBuffer: 1 << 28})
  const said = done.stdout.split('\n')
  const named = (word: string): string[] =>
    said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  return {
    stored: named('stored'),
    refused: named('refused'),
    faults: done.stderr.split('\n').filter((line) => line.includes('(INJECTED)')).length,
  }
}

/** F5: the disk answers EIO now and then. Nothing that was acknowledged is lost, and the writer goes on by itself. */
export function failWrites({rounds, seed}: {rounds: number; seed: number}): IoResult {
  const random = randomFrom(seed)
  const result: IoResult = {
    faults: 0,
    runs: 0,
    acknowledged: 0,
    refused: 0,
    unfinishedRuns: 0,
    lost: 0,
    unsound: 0,
    otherErrors: 0,
  }
  while (result.faults < rounds) {
    const directory = mkdtempSync(join(tmpdir(), 'lake-io-'))
    const call = calls[result.runs % calls.length] ?? 'pwrite64'
    // Made beforehand: a lake whose disk fails while it starts does not start, which is not what this is about.
    openSample(directory).store.close()
    const first = 4 + random(30)
    const step = call === 'fsync,fdatasync' ? 7 + random(20) : 40 + random(80)
    const {stored, refused, faults} = runWithFaults(
      directory,
      'note',
      `${call}:error=EIO:when=${first}+${step}`,
    )
    const store = openStore({directory})
    result.runs += 1
    result.faults += faults
    result.acknowledged += stored.length
    result.refused += refused.length
    if (stored.length + refused.length < writesPerRun) result.unfinishedRuns += 1
    result.otherErrors += refused.filter((line) => !line.endsWith(' unavailable')).length
    result.lost += stored.filter((id) => store.get('production', id) === null).length
    if ([...findFaults(store.db, {pages: 'full'})].length > 0) result.unsound += 1
    store.close()
    rmSync(directory, {recursive: true})
  }
  return result
}

/** F1: that each acknowledgement stands behind a sync of the log, as the kernel saw it. */
export function countSyncs({rounds}: {rounds: number}): {acknowledged: number; withSyncBefore: number} {
  const directory = mkdtempSync(join(tmpdir(), 'lake-sync-'))
  const writer = [process.execPath, program, directory, String(rounds), 'note']
  const args = ['-f', '-qq', '-e', 'trace=fsync,fdatasync,write', '-e', 'signal=none', '-s', '32']
  const {stderr} = spawnSync('strace', [...args, ...writer], {encoding: 'utf8', maxBuffer: 1 << 28})
  rmSync(directory, {recursive: true})
  const result = {acknowledged: 0, withSyncBefore: 0}
  let isSynced = false
  for (const line of stderr.split('\n')) {
    if (/f(data)?sync\(\d+\)\s+= 0/.test(line)) isSynced = true
    if (!/write\(1, "stored /.test(line)) continue
    result.acknowledged += 1
    if (isSynced) result.withSyncBefore += 1
    isSynced = false
  }
  return result
}
