import {Worker} from 'node:worker_threads'
import {z} from 'zod'
import {LakeError, type LakeErrorCode} from '../lake-error.ts'
import type {QueryInput, QueryResult} from './run-query.ts'

const reply = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    result: z.string(),
    syncTags: z.array(z.string()),
    resultSourceMap: z.string().optional(),
  }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
])
type Reply = z.infer<typeof reply>
type Job = {
  input: QueryInput
  isQuick: boolean
  resolve(reply: Reply): void
  reject(error: Error): void
  giveUp: NodeJS.Timeout
}
/**
 * A worker that is still starting takes no job: the time it needs is not the query's. One that is kept for quick queries
 * leaves the others alone, so that a handful of endless ones cannot hold up everybody.
 */
type Slot = {
  isForQuick: boolean
  worker: Worker
  isReady: boolean
  job: Job | null
  timer: NodeJS.Timeout | null
}

export type WorkerPool = {
  /** `isQuick`: the query's cost grows only with what it reads. */
  run(input: QueryInput, options: {isQuick: boolean}): Promise<QueryResult>
  /** Queries that wait for a worker. */
  waiting(): number
  close(): Promise<void>
}

export type PoolOptions = {
  storePath: string
  workers: number
  deadlineMs: number
  maxQueue: number
  /** How long a query waits for a worker before it is answered that the lake is busy. */
  maxWaitMs: number
  /** Characters of documents that each worker keeps parsed. */
  maxKeptLength: number
}

const heapMb = 256
const busy = (): LakeError => new LakeError('unavailable', 'too many queries are waiting; try again')

/** Runs queries in worker threads; one that passes its deadline is ended with its worker, and the others go on. */
export function createWorkerPool(options: PoolOptions): WorkerPool {
  const {storePath, deadlineMs, maxQueue, maxWaitMs, maxKeptLength} = options
  const queue: Job[] = []
  let isClosed = false

  const startWorker = (slot: Slot): Worker => {
    const worker = new Worker(new URL('./query-worker.ts', import.meta.url), {
      workerData: {path: storePath, maxKeptLength},
      resourceLimits: {maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 8},
    })
    slot.isReady = false
    worker.on('message', (message) => {
      if (slot.worker !== worker) return
      if (message === 'ready') {
        slot.isReady = true
        runNext()
      } else finish(slot, (job) => job.resolve(reply.parse(message)))
    })
    worker.on('error', (cause) => {
      if (slot.worker !== worker) return
      replace(slot, new LakeError('queryFailed', 'the query needed more memory than it may use', {cause}))
    })
    worker.unref()
    return worker
  }
  const finish = (slot: Slot, settle: (job: Job) => void): void => {
    const {job, timer} = slot
    if (timer) clearTimeout(timer)
    slot.job = null
    slot.timer = null
    if (job) settle(job)
    runNext()
  }
  const replace = (slot: Slot, error: LakeError): void => {
    void slot.worker.terminate()
    if (isClosed) return
    slot.worker = startWorker(slot)
    finish(slot, (job) => job.reject(error))
  }
  const runNext = (): void => {
    for (const slot of slots) {
      if (slot.job !== null || !slot.isReady) continue
      const next = queue.findIndex(({isQuick}) => isQuick || !slot.isForQuick)
      const [job] = next < 0 ? [] : queue.splice(next, 1)
      if (job) begin(slot, job)
    }
  }
  const begin = (slot: Slot, job: Job): void => {
    clearTimeout(job.giveUp)
    slot.job = job
    const {query} = job.input
    const late = (): void =>
      replace(
        slot,
        new LakeError('queryFailed', `the query took longer than ${deadlineMs / 1000} s`, {
          details: {type: 'queryTimeoutError', query},
        }),
      )
    slot.timer = setTimeout(late, deadlineMs)
    slot.worker.postMessage({...job.input, sourceMap: job.input.sourceMap ?? false})
  }
  const slots: Slot[] = []
  for (let index = 0; index < options.workers; index += 1) {
    const slot: Slot = Object.create({})
    slot.isForQuick = index === 0 && options.workers > 1
    slot.job = null
    slot.timer = null
    slot.worker = startWorker(slot)
    slots.push(slot)
  }

  return {
    waiting: () => queue.length,
    run: async (input, {isQuick}) => {
      if (isClosed || queue.length >= maxQueue) throw busy()
      const answer = await new Promise<Reply>((resolve, reject) => {
        const giveUp = setTimeout(() => {
          queue.splice(queue.indexOf(job), 1)
          reject(busy())
        }, maxWaitMs)
        const job: Job = {input, isQuick, resolve, reject, giveUp}
        queue.push(job)
        runNext()
      })
      if (!answer.ok) throw new LakeError(errorCode(answer.code), answer.message, {details: answer.details})
      const {result, syncTags, resultSourceMap} = answer
      return {result, syncTags, ...(resultSourceMap === undefined ? {} : {resultSourceMap})}
    },
    close: async () => {
      isClosed = true
      for (const {timer} of slots) if (timer) clearTimeout(timer)
      for (const {giveUp, reject} of queue.splice(0)) {
        clearTimeout(giveUp)
        reject(busy())
      }
      await Promise.all(slots.map(({worker}) => worker.terminate()))
    },
  }
}

const errorCode = (code: string): LakeErrorCode => (code === 'queryParseError' ? code : 'queryFailed')
