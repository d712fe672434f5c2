import {DatabaseSync} from 'node:sqlite'
import type {Compiled, Hook} from './compile.ts'
import {isLinear} from './linear.ts'
import {compiledQuery} from './parse.ts'
import {runQuerySync, type QueryInput, type QueryResult} from './run-query.ts'
import {openReader} from './store-view.ts'
import {createWorkerPool} from './worker-pool.ts'

export type {QueryInput} from './run-query.ts'
export type QueryAnswer = QueryResult & {ms: number}
export type QueryEngine = {
  query(input: QueryInput): Promise<QueryAnswer>
  /** Queries that wait for a worker. */
  waiting(): number
  close(): Promise<void>
}

/** What a query may read on the main thread; one that wants more goes to a worker. */
const budget = {documents: 120, textLength: 1_500_000, elapsedMs: 25}
const maxInlineLength = 4_000

class OverBudget extends Error {}

function countRead(): (textLength: number) => void {
  const startedAt = performance.now()
  let documents = 0
  let length = 0
  return (textLength) => {
    documents += 1
    length += textLength
    const isOver = documents > budget.documents || length > budget.textLength
    if (isOver || performance.now() - startedAt > budget.elapsedMs) throw new OverBudget()
  }
}

const small = new Set(['id', 'field', 'reference', 'release', 'versionOf'])

/** Whether a hook reads few documents as a rule: it is found by an index that leaves few, or asks for the first of a list. */
function readsLittle(hook: Hook): boolean {
  if (hook.kind === 'search') return false
  if (hook.kind !== 'documents') return true
  if (hook.order) return hook.order.limit <= budget.documents
  return hook.outside !== null || hook.clauses.some(({by}) => small.has(by))
}

function isQuick({tree, hooks, isAsync}: Compiled): boolean {
  const parts = [tree, ...hooks.flatMap((hook) => (hook.kind === 'once' ? [hook.tree] : []))]
  return !isAsync && parts.every((part) => isLinear(part, 1))
}

const isLight = (compiled: Compiled, query: string): boolean =>
  query.length <= maxInlineLength && compiled.hooks.every(readsLittle) && isQuick(compiled)

/**
 * Answers GROQ: what an index leaves small at once on this thread, everything else in worker threads with a deadline.
 * Throws a LakeError.
 */
export function createQueryEngine(options: {
  storePath: string
  workers?: number
  deadlineMs?: number
  maxQueue?: number
  maxWaitMs?: number
}): QueryEngine {
  const {storePath, workers = 2, deadlineMs = 5000, maxQueue = 100, maxWaitMs = 5000} = options
  const pool = createWorkerPool({
    storePath,
    workers,
    deadlineMs,
    maxQueue,
    maxWaitMs,
    maxKeptLength: 3_000_000,
  })
  const db = new DatabaseSync(storePath, {readOnly: true})
  db.exec('PRAGMA busy_timeout = 5000')
  const reader = openReader(db, 3_000_000)
  const light = new WeakMap<Compiled, boolean>()

  const runHere = (input: QueryInput, compiled: Compiled): QueryResult | null => {
    const isFit = light.get(compiled) ?? isLight(compiled, input.query)
    light.set(compiled, isFit)
    if (!isFit) return null
    try {
      return runQuerySync(reader, input, {onRead: countRead()})
    } catch (error) {
      if (isOverBudget(error)) return null
      throw error
    }
  }
  return {
    waiting: pool.waiting,
    query: async (input) => {
      const startedAt = performance.now()
      const compiled = compiledQuery(input.query, input.params)
      const answer = runHere(input, compiled) ?? (await pool.run(input, {isQuick: isQuick(compiled)}))
      return {...answer, ms: Math.round(performance.now() - startedAt)}
    },
    close: async () => {
      await pool.close()
      reader.close()
    },
  }
}

const isOverBudget = (error: unknown): boolean =>
  error instanceof OverBudget || (error instanceof Error && error.cause instanceof OverBudget)
