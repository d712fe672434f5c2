import {closeSync, fsyncSync, mkdirSync, openSync, readdirSync} from 'node:fs'
import {join} from 'node:path'

/**
 * A backup folder: `snapshots/<time>/lake.sqlite` with its `manifest.json`, `log/<first transaction>.ndjson` with what
 * came after, and `assets/` for all of them, because an asset never changes.
 */
export const placesIn = (directory: string): {snapshots: string; log: string; assets: string} => ({
  snapshots: join(directory, 'snapshots'),
  log: join(directory, 'log'),
  assets: directory,
})

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

/** Names in a folder in plain order; nothing when there is no folder. */
export function namesIn(path: string, pattern: RegExp): string[] {
  try {
    return readdirSync(path)
      .filter((name) => pattern.test(name))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

export const snapshotName = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/
export const logName = /^\d{12}\.ndjson$/
/** The log file that begins behind a transaction. */
export const logFileAfter = (sequence: number): string => `${String(sequence + 1).padStart(12, '0')}.ndjson`
