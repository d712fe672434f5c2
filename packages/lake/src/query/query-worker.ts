import {parentPort, workerData} from 'node:worker_threads'
import {z} from 'zod'
import {LakeError} from '../lake-error.ts'
import {evaluateSync} from './evaluate.ts'
import {planQuery} from './plan.ts'
import {sourceMapOf} from './source-map.ts'
import {openReader} from './view.ts'

const job = z.object({
  number: z.number(),
  dataset: z.string(),
  query: z.string(),
  params: z.record(z.string(), z.unknown()),
  perspective: z.array(z.string()),
  readFilters: z.array(z.string()),
  identity: z.string(),
  sourceMap: z.boolean(),
})
const maxResultBytes = 20_000_000
const {path} = z.object({path: z.string()}).parse(workerData)
const reader = openReader(path)

function answer(input: z.infer<typeof job>): {result: string; sourceMap?: string} {
  const view = reader.view(input)
  const dataset = view.documents(planQuery(input.query, input.params))
  const value =
    evaluateSync(input.query, input.params, {dataset, dereference: view.get, identity: input.identity}) ??
    null
  const result = JSON.stringify(value)
  if (result.length > maxResultBytes)
    throw new LakeError('queryFailed', `expected a result of at most ${maxResultBytes} bytes`)
  if (!input.sourceMap) return {result}
  return {result, sourceMap: JSON.stringify(sourceMapOf(JSON.parse(result), view.get))}
}

parentPort?.on('message', (message: unknown) => {
  const input = job.parse(message)
  try {
    parentPort?.postMessage({number: input.number, ok: true, ...reader.snapshot(() => answer(input))})
  } catch (error) {
    const known = error instanceof LakeError ? error : new LakeError('queryFailed', String(error))
    parentPort?.postMessage({
      number: input.number,
      ok: false,
      code: known.code,
      message: known.message,
      details: known.details,
    })
  }
})
