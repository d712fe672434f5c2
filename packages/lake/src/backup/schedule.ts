import {once} from 'node:events'
import {resolve} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {Worker} from 'node:worker_threads'
import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import type {Logger} from '../log.ts'

const hourMs = 3_600_000
const minuteMs = 60_000
const stopWithinMs = 1_500
const answer = z.object({error: z.string().optional()})

export type Backups = {
  /** Milliseconds since 1970 of the last copy that succeeded; null before the first. */
  lastCopiedAt(): number | null
  /** Copies what is missing and ends. */
  stop(): Promise<void>
}

const none: Backups = {lastCopiedAt: () => null, stop: () => Promise.resolve()}

/** Keeps a second path up to date while the lake runs: hourly whole, and each minute what was committed since. */
export function startBackups(config: LakeConfig, clock: Clock, log: Logger): Backups {
  if (!config.backup) return none
  const {directory: to, everyMs = hourMs, logEveryMs = minuteMs} = config.backup
  const data = resolve(config.directory)
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
    workerData: {data, to: resolve(to), everyMs},
  })
  worker.unref()
  let copiedAt: number | null = null
  let underWay: Promise<void> | null = null

  const copy = async (): Promise<void> => {
    const now = clock.now()
    worker.postMessage({now})
    const [message] = await once(worker, 'message')
    const {error} = answer.parse(message)
    if (error === undefined) copiedAt = now
    else log.error('backup failed', {error})
  }
  const run = (): Promise<void> => {
    underWay ??= copy()
      .catch((error: unknown) => log.error('backup failed', {error: String(error)}))
      .finally(() => {
        underWay = null
      })
    return underWay
  }
  const timer = setInterval(() => void run(), logEveryMs).unref()
  void run()
  return {
    lastCopiedAt: () => copiedAt,
    stop: async () => {
      clearInterval(timer)
      const last = (async () => {
        await underWay
        await run()
      })()
      // A large snapshot under way is given up: whoever stops the lake is not kept waiting, and the log is copied next time.
      await Promise.race([last, wait(stopWithinMs, undefined, {ref: false})])
      await worker.terminate()
    },
  }
}
