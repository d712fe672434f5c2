/** Takes snapshots and copies the log beside the lake's own thread, because checking a copy takes its time. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parentPort, workerData} from 'node:worker_threads'
import {z} from 'zod'
import {beginLog, copyLog, lastCopied} from './log-copy.ts'
import {namesIn, placesIn, snapshotName} from './places.ts'
import {prune} from './retention.ts'
import {parseManifest, takeSnapshot} from './snapshot.ts'

const {data, to, everyMs} = z
  .object({data: z.string(), to: z.string(), everyMs: z.number()})
  .parse(workerData)
const {snapshots} = placesIn(to)
const manifestOf = (name: string) =>
  parseManifest(readFileSync(join(snapshots, name, 'manifest.json'), 'utf8'))
let place = lastCopied(to)

async function snapshot(now: number): Promise<void> {
  const {sequence} = await takeSnapshot({data, to, now})
  place = beginLog(to, sequence)
  prune(to, (name) => manifestOf(name).sequence)
}

/** What is due: a snapshot when the newest is too old, and the log in any case. */
async function run(now: number): Promise<number> {
  const newest = namesIn(snapshots, snapshotName).at(-1)
  const isDue = newest === undefined || now - Date.parse(manifestOf(newest).taken) >= everyMs
  if (isDue || !place) await snapshot(now)
  if (place) place = copyLog(data, to, place)
  return place?.sequence ?? 0
}

parentPort?.on('message', (message: unknown) => {
  const {now} = z.object({now: z.number()}).parse(message)
  run(now).then(
    (sequence) => parentPort?.postMessage({sequence}),
    (error: unknown) =>
      parentPort?.postMessage({error: error instanceof Error ? error.message : String(error)}),
  )
})
