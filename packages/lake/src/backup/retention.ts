import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {snapshotNames, snapshotsIn} from './places.ts'

const hourly = 24
const daily = 30

/** The snapshots to keep of these, oldest first: the newest 24, and the last of each of the newest 30 days. */
export function kept(names: readonly string[]): Set<string> {
  const lastOfDay = new Map(names.map((name) => [name.slice(0, 10), name]))
  return new Set([...names.slice(-hourly), ...[...lastOfDay.values()].slice(-daily)])
}

/** Removes the snapshots that are past their term, with their logs. */
export function prune(directory: string): void {
  const names = snapshotNames(directory)
  const keep = kept(names)
  for (const name of names) {
    if (!keep.has(name)) rmSync(join(snapshotsIn(directory), name), {recursive: true})
  }
}
