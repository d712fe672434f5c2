/**
 * The long forms of the checks of durability: `npm run faults -w packages/lake -- <check> [rounds] [seed]`, or `all`.
 * Each prints its counts and its seed as one line of JSON; the README says what must come out.
 */
import {importBadArchives} from './bad-imports.ts'
import {backUpDuringWrites, timeRestore} from './backups.ts'
import {damageFiles, damageLogs} from './damage.ts'
import {fillRealDisk} from './full-disk.ts'
import {countSyncs, failWrites} from './io-errors.ts'
import {killUnderWriters} from './kills.ts'
import {edit, flood, read, readBesideJoins} from './load.ts'
import {killMigrations} from './migrating.ts'
import {stopUnderLoad} from './stops.ts'

type Check = {rounds: number; run(options: {rounds: number; seed: number}): object | Promise<object>}

const checks: Record<string, Check> = {
  kills: {rounds: 200, run: killUnderWriters},
  logs: {rounds: 2000, run: damageLogs},
  files: {rounds: 200, run: damageFiles},
  imports: {rounds: 10_000, run: importBadArchives},
  disk: {rounds: 1, run: async () => (await fillRealDisk()) ?? {skipped: 'no right to mount a disk'}},
  io: {rounds: 100, run: failWrites},
  syncs: {rounds: 200, run: countSyncs},
  // Of these the rounds are seconds.
  read: {rounds: 60, run: read},
  joins: {rounds: 60, run: readBesideJoins},
  edit: {rounds: 600, run: edit},
  flood: {rounds: 60, run: flood},
  migrations: {rounds: 20, run: killMigrations},
  stops: {rounds: 20, run: stopUnderLoad},
  backups: {rounds: 20, run: backUpDuringWrites},
  restore: {rounds: 100_000, run: timeRestore},
}

const [name = '', rounds, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const chosen = name === 'all' ? Object.keys(checks) : [name]
if (!chosen.every((one) => Object.hasOwn(checks, one))) {
  console.error(`Expected all or one of ${Object.keys(checks).join(', ')}; found “${name}”.`)
  process.exit(2)
}
for (const one of chosen) {
  const check = checks[one]
  if (!check) continue
  const options = {rounds: Number(rounds ?? check.rounds), seed: Number(seed)}
  const from = performance.now()
  const result = await check.run(options)
  const seconds = Math.round((performance.now() - from) / 1000)
  console.log(JSON.stringify({check: one, ...options, ...result, seconds}))
}
