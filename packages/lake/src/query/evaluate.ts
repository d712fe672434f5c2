import {evaluateSync as evaluateTree, toJS} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import {LakeError} from '../lake-error.ts'
import {parseQuery, searchField, type ParsedQuery} from './parse.ts'
import {matchesTextQuery} from './text-query.ts'

export type EvaluateOptions = {
  dataset: LakeDocument[]
  /** Given, the query is evaluated in delta mode. */
  before?: LakeDocument | null
  after?: LakeDocument | null
  identity?: string
  dereference?: (id: string) => LakeDocument | null
}

const maxKept = 500
const kept = new Map<string, ParsedQuery>()

function parsed(query: string, params: Record<string, unknown>, mode: 'normal' | 'delta'): ParsedQuery {
  const key = `${mode}\n${query}\n${JSON.stringify(params)}`
  const known = kept.get(key)
  if (known) return known
  const fresh = parseQuery(query, params, mode)
  if (kept.size >= maxKept) kept.clear()
  kept.set(key, fresh)
  return fresh
}

function addSearches(documents: LakeDocument[], searches: readonly string[]): void {
  for (const [index, search] of searches.entries()) {
    for (const document of documents) {
      Object.defineProperty(document, searchField(index), {
        get: () => matchesTextQuery(document, search),
        enumerable: false,
        configurable: true,
      })
    }
  }
}

/**
 * Evaluates GROQ over the given documents, at once and on this thread: for filters of one document (listeners, webhooks,
 * grants) and inside query workers. Throws a LakeError `queryParseError` or `queryFailed`.
 */
export function evaluateSync(
  query: string,
  params: Record<string, unknown>,
  options: EvaluateOptions,
): unknown {
  const isDelta = options.before !== undefined || options.after !== undefined
  const {tree, searches} = parsed(query, params, isDelta ? 'delta' : 'normal')
  const {dereference} = options
  addSearches(options.dataset, searches)
  try {
    const value = evaluateTree(tree, {
      dataset: options.dataset,
      params,
      ...(isDelta ? {before: options.before ?? null, after: options.after ?? null} : {}),
      ...(options.identity ? {identity: options.identity} : {}),
      ...(dereference ? {dereference: ({_ref}) => dereference(_ref)} : {}),
    })
    return toJS(value)
  } catch (error) {
    throw new LakeError(
      'queryFailed',
      error instanceof Error ? error.message : 'the query could not be evaluated',
      {
        details: {type: 'queryEvaluationError', query},
        cause: error,
      },
    )
  }
}
