import {DatabaseSync} from 'node:sqlite'
import {parentPort, workerData} from 'node:worker_threads'
import {z} from 'zod'
import {LakeError} from '../lake-error.ts'
import {runQuery} from './run-query.ts'
import {openReader} from './store-view.ts'

const job = z.object({
  dataset: z.string(),
  query: z.string(),
  params: z.record(z.string(), z.unknown()),
  perspective: z.array(z.string()),
  readFilters: z.array(z.string()),
  identity: z.string(),
  sourceMap: z.boolean(),
})
const {path, maxKeptLength} = z.object({path: z.string(), maxKeptLength: z.number()}).parse(workerData)
const db = new DatabaseSync(path, {readOnly: true})
db.exec('PRAGMA busy_timeout = 5000')
const reader = openReader(db, maxKeptLength)

async function answer(message: unknown): Promise<void> {
  const input = job.parse(message)
  try {
    parentPort?.postMessage({ok: true, ...(await runQuery(reader, input))})
  } catch (error) {
    const {
      code,
      message: text,
      details,
    } = error instanceof LakeError ? error : new LakeError('queryFailed', String(error))
    parentPort?.postMessage({ok: false, code, message: text, details})
  }
}

parentPort?.on('message', (message: unknown) => void answer(message))
parentPort?.postMessage('ready')
