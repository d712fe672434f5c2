import {documentTag, datasetTag, typeTag} from '../listen/sync-tags.ts'
import {publishedIdOf} from '../document-id.ts'
import {LakeError} from '../lake-error.ts'
import {evaluateFully, evaluateOver, type Evaluation} from './evaluate.ts'
import {sourceMapOf} from './source-map.ts'
import type {Reader} from './store-view.ts'
import type {Narrowing, View} from './view.ts'

export type QueryInput = {
  dataset: string
  query: string
  params: Record<string, unknown>
  /** `['raw']`, or a stack of which the first wins; published always stands at its end. */
  perspective: readonly string[]
  /** GROQ filters of which one must hold for a document to be seen. */
  readFilters: readonly string[]
  identity: string
  sourceMap?: boolean
}

/** `result` and `resultSourceMap` are JSON already. */
export type QueryResult = {result: string; syncTags: string[]; resultSourceMap?: string}

const maxResultBytes = 20_000_000
/** An answer that read more than this many things is told of every change. */
const maxTags = 64

/** Collects the tags of what a query reached into. */
function createTags(dataset: string): {add(narrowings: readonly Narrowing[]): void; all(): string[]} {
  const tags = new Set<string>()
  const tagsOf = (narrowings: readonly Narrowing[]): string[] => {
    for (const {by, ...rest} of narrowings) {
      const values = 'values' in rest ? rest.values.filter((value) => typeof value === 'string') : []
      if (by === 'id') return values.map((id) => documentTag(dataset, publishedIdOf(id)))
      if (by === 'versionOf') return values.map((id) => documentTag(dataset, id))
    }
    const types = narrowings.find(({by}) => by === 'type')
    return types?.by === 'type' ? types.values.map((type) => typeTag(dataset, type)) : [datasetTag(dataset)]
  }
  return {
    add: (narrowings) => tagsOf(narrowings).forEach((tag) => tags.add(tag)),
    all: () => {
      const isFine = tags.size > 0 && tags.size <= maxTags && !tags.has(datasetTag(dataset))
      return isFine ? [...tags] : [datasetTag(dataset)]
    },
  }
}

/** A document's own text where it is the answer, so that it is not written out again. */
function jsonOf(value: unknown, view: View): string {
  const isDocument = typeof value === 'object' && value !== null && !Array.isArray(value)
  const known = isDocument ? view.textOf(value) : null
  const result = known ?? JSON.stringify(value ?? null)
  if (result.length <= maxResultBytes) return result
  throw new LakeError('queryFailed', `expected a result of at most ${maxResultBytes} bytes`)
}

type RunOptions = {onRead?(textLength: number): void}

function prepare(reader: Reader, input: QueryInput, {onRead}: RunOptions) {
  const tags = createTags(input.dataset)
  const view = reader.view({...input, ...(onRead ? {onRead} : {})})
  const {query, params, identity} = input
  const evaluation = {view, params, identity, onAccess: tags.add}
  const twinsOf = (over: Evaluation): unknown => {
    try {
      return evaluateOver(query, {...over, asTwins: true})
    } catch (error) {
      // The answer stands without its sources, which only overlays in previews ask for.
      if (error instanceof LakeError) return null
      throw error
    }
  }
  const finish = (value: unknown): QueryResult => {
    const answer = {result: jsonOf(value, view), syncTags: tags.all()}
    if (!input.sourceMap) return answer
    return {...answer, resultSourceMap: JSON.stringify(sourceMapOf(value, evaluation, twinsOf))}
  }
  return {query, evaluation, finish}
}

/** Answers a query from one state of the store. Throws a LakeError. */
export async function runQuery(reader: Reader, input: QueryInput): Promise<QueryResult> {
  return reader.snapshot(async () => {
    const {query, evaluation, finish} = prepare(reader, input, {})
    return finish(await evaluateFully(query, evaluation))
  })
}

/** The same at once, on this thread; not for queries that compare (`diff::`). */
export function runQuerySync(reader: Reader, input: QueryInput, options: RunOptions): QueryResult {
  return reader.snapshot(() => {
    const {query, evaluation, finish} = prepare(reader, input, options)
    return finish(evaluateOver(query, evaluation))
  })
}
