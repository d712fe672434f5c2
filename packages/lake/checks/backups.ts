import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setImmediate as turn} from 'node:timers/promises'
import {assetPath, writeWhole} from '../src/assets/files.ts'
import {copyLog, placeBehind} from '../src/backup/log-copy.ts'
import {restoreBackup} from '../src/backup/restore.ts'
import {takeSnapshot} from '../src/backup/snapshot.ts'
import {openStore} from '../src/store/store.ts'
import {findAssetFaults, listAssets} from '../src/store/verify-assets.ts'
import {findFaults} from '../src/store/verify.ts'
import type {Writer} from '../src/transact/transact.ts'
import {digestOfAll, digestUpTo} from './content-digest.ts'
import {dataset, identity, openSample, writeSample} from './sample-store.ts'

async function uploadSample(directory: string, writer: Writer, number: number): Promise<void> {
  const bytes = Buffer.from(`file ${number} `.repeat(1000))
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const name = `${sha1}.txt`
  await writeWhole(assetPath(directory, 'files', dataset, name) ?? '', bytes)
  const asset = {
    _id: `file-${sha1}-txt`,
    _type: 'sanity.fileAsset',
    sha1hash: sha1,
    path: `files/lantern/${dataset}/${name}`,
  }
  writer.mutate({dataset, body: {mutations: [{createIfNotExists: asset}]}, identity, options: {}})
}

/** Writes without a pause until it is told to stop; gives how many transactions it made. */
async function writeOn(
  directory: string,
  writer: Writer,
  until: {isOver: boolean; count: number},
): Promise<void> {
  for (; !until.isOver; until.count++) {
    if (until.count % 40 === 0) await uploadSample(directory, writer, until.count)
    else writeSample(writer, until.count)
    await turn()
  }
}

/** The restored folder against the source: documents, history, and each asset's bytes. */
function isEqual(
  restored: string,
  source: ReturnType<typeof openSample>['store'],
  sequence: number,
): boolean {
  const store = openStore({directory: restored})
  try {
    const isSame = digestOfAll(store.db) === digestUpTo(source.db, sequence)
    const faults = [...findFaults(store.db, {pages: 'full'}), ...findAssetFaults(store.db, restored)]
    return isSame && faults.length === 0 && store.sequence() === sequence
  } finally {
    store.close()
  }
}

export type BackupResult = {
  rounds: number
  equal: number
  writesMeanwhile: number
  assets: number
  replayed: number
}

/**
 * F18: backups while a writer never rests. Each is restored twice elsewhere: as the snapshot alone, up to the moment
 * that it was cut, and with the copy of the log after it.
 */
export async function backUpDuringWrites({rounds}: {rounds: number; seed: number}): Promise<BackupResult> {
  const root = mkdtempSync(join(tmpdir(), 'lake-backups-'))
  const data = join(root, 'data')
  const {store, writer} = openSample(data)
  // Large enough that a copy takes a moment, in which others write.
  for (let number = 0; number < 150; number++) writeSample(writer, number, 40_000)
  const state = {isOver: false, count: 0}
  const writing = writeOn(data, writer, state)
  const result = {rounds, equal: 0, writesMeanwhile: 0, assets: 0, replayed: 0}
  for (let round = 0; round < rounds; round++) {
    const to = join(root, `backup-${round}`)
    const [before, first] = [state.count, store.sequence()]
    const snapshot = await takeSnapshot({data, to, now: Date.now()})
    result.writesMeanwhile += state.count - before
    for (const enough = state.count + 30; state.count < enough;) await turn()
    copyLog({data, to, place: placeBehind(snapshot)})
    const cut = restoreBackup({from: to, to: join(root, `cut-${round}`), until: snapshot.sequence})
    const latest = restoreBackup({from: to, to: join(root, `latest-${round}`)})
    result.replayed += latest.replayed
    const isCutEqual = cut.sequence >= first && isEqual(join(root, `cut-${round}`), store, cut.sequence)
    if (isCutEqual && isEqual(join(root, `latest-${round}`), store, latest.sequence)) result.equal += 1
  }
  state.isOver = true
  await writing
  result.assets = [...listAssets(store.db, data)].filter(
    ({place, sha1}) =>
      existsSync(place) && createHash('sha1').update(readFileSync(place)).digest('hex') === sha1,
  ).length
  store.close()
  rmSync(root, {recursive: true})
  return result
}

const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10

/** How long a backup, a restore and its check take for a dataset of this size, about 5 kB a document. */
export async function timeRestore({rounds: documents}: {rounds: number}): Promise<Record<string, number>> {
  const root = mkdtempSync(join(tmpdir(), 'lake-rto-'))
  const data = join(root, 'data')
  const {store, writer} = openSample(data)
  const text = 'A sentence about a treatment and what it asks of a body. '.repeat(86)
  for (let made = 0; made < documents; made += 200) {
    const mutations = Array.from({length: 200}, (_, index) => ({
      create: {_id: `page-${made + index}`, _type: 'page', title: `Page ${made + index}`, text},
    }))
    writer.mutate({dataset, body: {mutations}, identity, options: {}})
  }
  const bytes = Number(store.db.prepare('PRAGMA page_count').get()?.['page_count']) * 4096
  store.close()
  const at = performance.now()
  await takeSnapshot({data, to: join(root, 'backup'), now: Date.now()})
  const backupS = seconds(at)
  const restoreAt = performance.now()
  restoreBackup({from: join(root, 'backup'), to: join(root, 'restored')})
  const restoreS = seconds(restoreAt)
  const verifyAt = performance.now()
  const restored = openStore({directory: join(root, 'restored')})
  const faults = [...findFaults(restored.db, {pages: 'full'})].length
  restored.close()
  const verifyS = seconds(verifyAt)
  rmSync(root, {recursive: true})
  return {documents, megabytes: Math.round(bytes / 1e6), backupS, restoreS, verifyS, faults}
}
