import {closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'

/**
 * A backup folder: `snapshots/<time>/` with `lake.sqlite`, its `manifest.json` and `log.ndjson`, which is what came after
 * it; and `assets/` for all of them, because an asset never changes.
 */
export const snapshotsIn = (directory: string): string => join(directory, 'snapshots')
export const logOf = (snapshot: string): string => join(snapshot, 'log.ndjson')

const manifest = z.object({taken: z.string(), sequence: z.number(), head: z.string().nullable()})
/** What a snapshot holds: the newest transaction in it and that one's hash, which stands for the whole history. */
export type Manifest = z.infer<typeof manifest>
export type Snapshot = Manifest & {folder: string}

const snapshotName = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/
export const nameOf = (time: number): string => new Date(time).toISOString().replaceAll(/[:.]/g, '-')

/** Names of the snapshots, oldest first; none when there is no folder. */
export function snapshotNames(directory: string): string[] {
  try {
    return readdirSync(snapshotsIn(directory))
      .filter((name) => snapshotName.test(name))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

export function readSnapshot(directory: string, name: string): Snapshot {
  const folder = join(snapshotsIn(directory), name)
  return {folder, ...manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))}
}

export function newestSnapshot(directory: string): Snapshot | null {
  const name = snapshotNames(directory).at(-1)
  return name === undefined ? null : readSnapshot(directory, name)
}

export function makeFolder(path: string): void {
  mkdirSync(path, {recursive: true, mode: 0o700})
}

/** A new name is durable once its folder is synced. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
