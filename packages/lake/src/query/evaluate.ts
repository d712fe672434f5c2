import {evaluate as evaluateAsynchronously, evaluateSync as evaluateTree, toJS, type ExprNode} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import {LakeError} from '../lake-error.ts'
import type {Compiled, Hook} from './compile.ts'
import {streamOf} from './document-stream.ts'
import {parseHookReference} from './hook-reference.ts'
import {compiledQuery, type Mode} from './parse.ts'
import {narrowingOf, narrowingsOf} from './resolve.ts'
import {matchesTextQuery} from './text-query.ts'
import {viewOf, type Narrowing, type View} from './view.ts'

type Params = Record<string, unknown>

export type Evaluation = {
  view: View
  params: Params
  identity?: string
  /** Given, the query is evaluated in delta mode. */
  before?: LakeDocument | null
  after?: LakeDocument | null
  /** Gives the places of values instead of the values. */
  asTwins?: boolean
  /** Hears by what the query reached into the dataset; `[]` is everything. */
  onAccess?(narrowings: readonly Narrowing[]): void
}

/** A list that is reached again and again is kept whole up to this many documents. */
const maxKeptDocuments = 5000

type Answers = (reference: string) => unknown

/** What the hooks of one evaluation answer; lists and parts that do not depend on where they stand are kept. */
function createAnswers(
  compiled: Compiled,
  evaluation: Evaluation,
  run: (tree: ExprNode, params?: Params) => unknown,
): Answers {
  const {view, params, onAccess} = evaluation
  const keptOnce = new Map<number, unknown>()
  const keptLists = new Map<string, LakeDocument[]>()
  let keptDocuments = 0

  const keepShort = (hook: Hook & {kind: 'documents'}, reference: string, source: Iterable<LakeDocument>) => {
    const list: LakeDocument[] = []
    for (const document of source) {
      if (hook.isStream && keptDocuments + list.length >= maxKeptDocuments) return streamOf(source)
      list.push(document)
    }
    keptDocuments += list.length
    keptLists.set(reference, list)
    return list
  }
  const once = (index: number, make: () => unknown): unknown => {
    if (!keptOnce.has(index)) keptOnce.set(index, make())
    return keptOnce.get(index)
  }
  const narrowingsFor = (hook: Hook & {kind: 'documents' | 'count'}, value: string): Narrowing[] => {
    const outside = hook.outside ? narrowingOf(hook.outside, params, value) : null
    const inside = narrowingsOf(hook.clauses, params)
    return outside ? [outside, ...inside] : inside
  }
  const documents = (hook: Hook & {kind: 'documents'}, reference: string, value: string): unknown => {
    const known = keptLists.get(reference)
    if (known) return known
    const narrowings = narrowingsFor(hook, value)
    onAccess?.(narrowings)
    const sorted = hook.order && !hook.outside ? firstMatches(hook, narrowings, view, run) : null
    if (sorted) return sorted
    const source = view.select(narrowings)
    if (hook.isRepeated) return keepShort(hook, reference, source)
    return hook.isStream ? streamOf(source) : [...source]
  }
  const answer = (hook: Hook, index: number, reference: string, value: string): unknown => {
    switch (hook.kind) {
      case 'documents':
        return documents(hook, reference, value)
      case 'once':
        return once(index, () => run(hook.tree))
      case 'search': {
        const search = once(index, () => run(hook.search))
        const document = view.get(value)
        if (document === null || typeof search !== 'string') return false
        return view.answers(document, search) ?? matchesTextQuery(document, search)
      }
      case 'count': {
        const narrowings = narrowingsFor(hook, value)
        const counted = view.count(narrowings)
        if (counted !== null) onAccess?.(narrowings)
        return counted
      }
    }
  }
  return (reference) => {
    const asked = parseHookReference(reference)
    const hook = asked ? compiled.hooks[asked.index] : undefined
    if (asked && hook) return answer(hook, asked.index, reference, asked.value)
    onAccess?.([{by: 'id', values: [reference]}])
    return view.get(reference)
  }
}

/** As many documents in the order of the index as it takes to find the wanted number that pass the filter. */
function firstMatches(
  {order, filter}: Hook & {kind: 'documents'},
  narrowings: readonly Narrowing[],
  view: View,
  run: (tree: ExprNode, params?: Params) => unknown,
): LakeDocument[] | null {
  if (!order) return null
  for (let limit = order.limit; limit <= 20_000; limit *= 4) {
    const found = view.first(narrowings, order, limit)
    if (!found) return null
    if (found.isAll) return found.documents
    const parameter = '__lake_candidates'
    const base: ExprNode = {type: 'Parameter', name: parameter}
    const passed = filter
      ? run({type: 'Filter', base, expr: filter}, {[parameter]: found.documents})
      : found.documents
    if (Array.isArray(passed) && passed.length >= order.limit) return found.documents
  }
  return null
}

function failed(error: unknown, query: string): LakeError {
  if (error instanceof LakeError) return error
  return new LakeError(
    'queryFailed',
    error instanceof Error ? error.message : 'the query could not be evaluated',
    {
      details: {type: 'queryEvaluationError', query},
      cause: error,
    },
  )
}

function optionsFor(
  compiled: Compiled,
  evaluation: Evaluation,
): {tree: ExprNode; options: Parameters<typeof evaluateTree>[1]} {
  const {params, identity, before, after} = evaluation
  const isDelta = before !== undefined || after !== undefined
  const timestamp = new Date()
  const options = {
    dataset: [],
    params,
    timestamp,
    ...(isDelta ? {before: before ?? null, after: after ?? null} : {}),
    ...(identity ? {identity} : {}),
    // A hook answers with a list, a number or whatever its place stands for; groq-js takes any value.
    dereference: ({_ref}: {_ref: string}) => answers(_ref) as LakeDocument | null,
  }
  const run = (tree: ExprNode, more: Params = {}): unknown =>
    evaluateTree(tree, {...options, params: {...params, ...more}}).data
  const answers = createAnswers(compiled, evaluation, run)
  return {tree: compiled.tree, options}
}

function modeOf({before, after, asTwins}: Evaluation): Mode {
  if (asTwins) return 'twins'
  return before !== undefined || after !== undefined ? 'delta' : 'normal'
}

/** Evaluates GROQ over a view. Throws a LakeError `queryParseError` or `queryFailed`. */
export function evaluateOver(query: string, evaluation: Evaluation): unknown {
  const compiled = compiledQuery(query, evaluation.params, modeOf(evaluation))
  try {
    const {tree, options} = optionsFor(compiled, evaluation)
    const value = evaluateTree(tree, options)
    const isStored = value.type === 'object' && evaluation.view.textOf(value.data) !== null
    // A stored document is plain JSON already.
    return isStored ? value.data : toJS(value)
  } catch (error) {
    throw failed(error, query)
  }
}

/** The same for any query, also one that compares (`diff::`, `delta::`), which groq-js does only asynchronously. */
export async function evaluateFully(query: string, evaluation: Evaluation): Promise<unknown> {
  const compiled = compiledQuery(query, evaluation.params, modeOf(evaluation))
  if (!compiled.isAsync) return evaluateOver(query, evaluation)
  try {
    const {tree, options} = optionsFor(compiled, evaluation)
    const value = await evaluateAsynchronously(tree, options)
    const plain: unknown = await value.get()
    return plain
  } catch (error) {
    throw failed(error, query)
  }
}

export type EvaluateOptions = {
  dataset: LakeDocument[]
  before?: LakeDocument | null
  after?: LakeDocument | null
  identity?: string
  dereference?: (id: string) => LakeDocument | null
}

/**
 * Evaluates GROQ over the given documents, at once and on this thread: for filters of one document (listeners, webhooks,
 * grants). Throws a LakeError `queryParseError` or `queryFailed`.
 */
export function evaluateSync(query: string, params: Params, options: EvaluateOptions): unknown {
  const {dataset, dereference, ...rest} = options
  return evaluateOver(query, {...rest, params, view: viewOf(dataset, dereference)})
}
