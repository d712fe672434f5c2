import {Worker} from 'node:worker_threads'
import {z} from 'zod'
import {LakeError, type LakeErrorCode} from '../lake-error.ts'
import {scanQuery} from './scan.ts'
import {syncTagsOf} from '../listen/sync-tags.ts'

export type QueryInput = {
  dataset: string
  query: string
  params: Record<string, unknown>
  /** `['raw']`, or a stack of which the first wins; published always stands at its end. */
  perspective: string[]
  /** GROQ filters of which one must hold for a document to be seen. */
  readFilters: string[]
  identity: string
  sourceMap?: boolean
}
/** `result` and `resultSourceMap` are JSON already. */
export type QueryAnswer = {result: string; ms: number; syncTags: string[]; resultSourceMap?: string}
export type QueryEngine = {
  query(input: QueryInput): Promise<QueryAnswer>
  /** How many queries wait for a worker. */
  waiting(): number
  close(): Promise<void>
}

const reply = z.discriminatedUnion('ok', [
  z.object({ok: z.literal(true), number: z.number(), result: z.string(), sourceMap: z.string().optional()}),
  z.object({
    ok: z.literal(false),
    number: z.number(),
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
])
type Reply = z.infer<typeof reply>
type Job = {
  input: QueryInput
  number: number
  resolve: (reply: Reply) => void
  reject: (error: Error) => void
  queuedAt: number
}
type Slot = {worker: Worker; job: Job | null; timer: NodeJS.Timeout | null}

const maxQueue = 100

/** Answers queries in worker threads; one that runs past its deadline is ended with its worker, and the lake goes on. */
export function createQueryEngine(options: {
  storePath: string
  workers?: number
  deadlineMs?: number
}): QueryEngine {
  const {storePath, workers = 2, deadlineMs = 5000} = options
  const queue: Job[] = []
  let count = 0
  let closed = false

  const startWorker = (slot: Slot): Worker => {
    const worker = new Worker(new URL('./query-worker.ts', import.meta.url), {
      workerData: {path: storePath},
      resourceLimits: {maxOldGenerationSizeMb: 256},
    })
    worker.on('message', (message) => {
      if (slot.worker !== worker) return
      const answer = reply.parse(message)
      finish(slot, (job) => job.resolve(answer))
    })
    worker.on('error', (error) => {
      if (slot.worker === worker)
        replace(
          slot,
          new LakeError('queryFailed', 'the query needed more memory than it may use', {cause: error}),
        )
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
    if (closed) return
    slot.worker = startWorker(slot)
    finish(slot, (job) => job.reject(error))
  }
  const runNext = (): void => {
    const slot = slots.find(({job}) => job === null)
    const job = slot ? queue.shift() : undefined
    if (!slot || !job) return
    slot.job = job
    slot.timer = setTimeout(
      () =>
        replace(
          slot,
          new LakeError('queryFailed', `the query took longer than ${deadlineMs / 1000} s`, {
            details: {type: 'queryTimeoutError', query: job.input.query},
          }),
        ),
      deadlineMs,
    )
    slot.worker.postMessage({...job.input, sourceMap: job.input.sourceMap ?? false, number: job.number})
  }
  const slots: Slot[] = []
  for (let index = 0; index < workers; index += 1) {
    const slot: Slot = Object.create({})
    slot.job = null
    slot.timer = null
    slot.worker = startWorker(slot)
    slots.push(slot)
  }
  return {
    query: async (input) => {
      scanQuery(input.query)
      if (closed || queue.length >= maxQueue)
        throw new LakeError('unavailable', 'too many queries are waiting; try again')
      const startedAt = performance.now()
      const answer = await new Promise<Reply>((resolve, reject) => {
        count += 1
        queue.push({input, number: count, resolve, reject, queuedAt: startedAt})
        runNext()
      })
      if (!answer.ok) throw new LakeError(errorCode(answer.code), answer.message, {details: answer.details})
      const ms = Math.round(performance.now() - startedAt)
      const base = {result: answer.result, ms, syncTags: syncTagsOf(input.dataset)}
      return answer.sourceMap === undefined ? base : {...base, resultSourceMap: answer.sourceMap}
    },
    waiting: () => queue.length,
    close: async () => {
      closed = true
      for (const slot of slots) if (slot.timer) clearTimeout(slot.timer)
      await Promise.all(slots.map(({worker}) => worker.terminate()))
    },
  }
}

const errorCode = (code: string): LakeErrorCode => (code === 'queryParseError' ? code : 'queryFailed')
