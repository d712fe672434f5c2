import {closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {backup, DatabaseSync} from 'node:sqlite'
import {pageFaults} from '../store/verify.ts'
import {copyAssets} from './copy-assets.ts'
import {makeFolder, nameOf, snapshotsIn, syncFolder, type Manifest, type Snapshot} from './places.ts'

const pagesAtOnce = 2_000
const draftPrefix = '.taking-'
const dayMs = 86_400_000
export type SnapshotOptions = {
  /** The lake's data folder; the lake may run and write. */
  data: string
  /** The backup folder. */
  to: string
  now: number
  onProgress?(done: number, total: number): void
}

/** Takes a whole copy of the store as it is at this moment, and of the assets. Throws when the copy is not sound. */
export async function takeSnapshot({data, to, now, onProgress}: SnapshotOptions): Promise<Snapshot> {
  const snapshots = snapshotsIn(to)
  const name = nameOf(now)
  const draft = join(snapshots, `${draftPrefix}${name}`)
  makeFolder(draft)
  removeAbandoned(snapshots, now)
  try {
    await copyDatabase(join(data, 'lake.sqlite'), join(draft, 'lake.sqlite'), onProgress)
    const made = inspect(join(draft, 'lake.sqlite'), data, to, new Date(now).toISOString())
    writeSynced(join(draft, 'manifest.json'), `${JSON.stringify(made)}\n`)
    syncFolder(draft)
    renameSync(draft, join(snapshots, name))
    syncFolder(snapshots)
    return {folder: join(snapshots, name), ...made}
  } finally {
    rmSync(draft, {recursive: true, force: true})
  }
}

/** What a process left that was ended in the middle; a day later nobody is at work on it any more. */
function removeAbandoned(snapshots: string, now: number): void {
  const drafts = readdirSync(snapshots).filter((name) => name.startsWith(draftPrefix))
  for (const name of drafts) {
    const path = join(snapshots, name)
    if (now - statSync(path).mtimeMs > dayMs) rmSync(path, {recursive: true, force: true})
  }
}

async function copyDatabase(
  from: string,
  to: string,
  onProgress?: SnapshotOptions['onProgress'],
): Promise<void> {
  const source = new DatabaseSync(from, {readOnly: true})
  try {
    // The open read transaction holds the moment: without it each write of the lake would start the copy anew.
    source.exec('PRAGMA busy_timeout = 5000; BEGIN')
    source.prepare('SELECT max(seq) FROM transactions').get()
    await backup(source, to, {
      rate: pagesAtOnce,
      progress: ({totalPages, remainingPages}) => onProgress?.(totalPages - remainingPages, totalPages),
    })
  } finally {
    source.close()
  }
  const file = openSync(to, 'r+')
  fsyncSync(file)
  closeSync(file)
}

function inspect(path: string, data: string, to: string, taken: string): Manifest {
  const copy = new DatabaseSync(path)
  try {
    // One file without a log beside it: easier to carry away, and nothing to forget.
    copy.exec('PRAGMA journal_mode = DELETE')
    const [fault] = pageFaults(copy, 'quick')
    if (fault !== undefined) throw new Error(`The backup of ${dirname(path)} is not sound: ${fault}`)
    copyAssets(copy, data, to)
    const last = copy.prepare('SELECT seq, hash FROM transactions ORDER BY seq DESC LIMIT 1').get()
    const head = last?.['hash']
    return {taken, sequence: Number(last?.['seq'] ?? 0), head: head === undefined ? null : String(head)}
  } finally {
    copy.close()
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
