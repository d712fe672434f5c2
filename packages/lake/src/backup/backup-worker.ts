/** Takes snapshots and copies the log beside the lake's own thread, because checking a copy takes its time. */
import {parentPort, workerData} from 'node:worker_threads'
import {z} from 'zod'
import {copyLog, placeBehind, type Place} from './log-copy.ts'
import {newestSnapshot, type Snapshot} from './places.ts'
import {prune} from './retention.ts'
import {takeSnapshot} from './snapshot.ts'

const {data, to, everyMs} = z
  .object({data: z.string(), to: z.string(), everyMs: z.number()})
  .parse(workerData)
let place: Place | null = null

/** Goes on behind a newer snapshot; the log of the one before reaches up to it, so that no moment is missing. */
function turnTo(snapshot: Snapshot): Place {
  if (place?.snapshot.folder === snapshot.folder) return place
  if (place) copyLog({data, to, place, until: snapshot.sequence})
  return placeBehind(snapshot)
}

async function snapshotNow(now: number): Promise<Place> {
  const next = turnTo(await takeSnapshot({data, to, now}))
  prune(to)
  return next
}

/** What is due: a snapshot when the newest is too old or of another history, and the log in any case. */
async function run(now: number): Promise<void> {
  const newest = newestSnapshot(to)
  const isDue = newest === null || now - Date.parse(newest.taken) >= everyMs
  place = isDue ? await snapshotNow(now) : turnTo(newest)
  const next = copyLog({data, to, place})
  // The log of another history gets nothing of this one.
  if (!next) place = null
  place = next ?? copyLog({data, to, place: await snapshotNow(now)})
}

parentPort?.on('message', (message: unknown) => {
  const {now} = z.object({now: z.number()}).parse(message)
  run(now).then(
    () => parentPort?.postMessage({}),
    (error: unknown) =>
      parentPort?.postMessage({error: error instanceof Error ? error.message : String(error)}),
  )
})
