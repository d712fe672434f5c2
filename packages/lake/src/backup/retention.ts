import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {logName, namesIn, placesIn, snapshotName} from './places.ts'

const hourly = 24
const daily = 30

/** The snapshots to keep of these, oldest first: the newest 24, and the last of each of the newest 30 days. */
export function kept(names: readonly string[]): Set<string> {
  const lastOfDay = new Map(names.map((name) => [name.slice(0, 10), name]))
  return new Set([...names.slice(-hourly), ...[...lastOfDay.values()].slice(-daily)])
}

/** Removes what is past its term. The log copy reaches back as far as the hourly snapshots do. */
export function prune(to: string, sequenceOf: (snapshot: string) => number): void {
  const {snapshots, log} = placesIn(to)
  const names = namesIn(snapshots, snapshotName)
  const keep = kept(names)
  for (const name of names) if (!keep.has(name)) rmSync(join(snapshots, name), {recursive: true})
  const oldestHourly = names.slice(-hourly)[0]
  if (oldestHourly === undefined) return
  const neededFrom = sequenceOf(oldestHourly)
  const files = namesIn(log, logName)
  for (const [index, name] of files.entries()) {
    // A file ends where the next one begins.
    const next = files[index + 1]
    if (next !== undefined && Number.parseInt(next, 10) - 1 <= neededFrom) rmSync(join(log, name))
  }
}
