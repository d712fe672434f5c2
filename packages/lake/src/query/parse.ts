import {parse, type ExprNode} from 'groq-js'
import {LakeError} from '../lake-error.ts'
import {scanQuery} from './scan.ts'

/** A parsed query, and the searches that its documents must answer under the hidden names of `searchField`. */
export type ParsedQuery = {tree: ExprNode; searches: string[]}

/** The hidden field that says whether a document answers the search of that number. */
export const searchField = (index: number): string => `__lake_search_${index}`

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function textQueryArgument(node: unknown): unknown {
  const is =
    isObject(node) && node['type'] === 'FuncCall' && node['namespace'] === 'text' && node['name'] === 'query'
  return is && Array.isArray(node['args']) ? node['args'][0] : undefined
}

const holdsDocument = (node: unknown): boolean => JSON.stringify(node).includes('{"type":"This"}')

/** groq-js lacks `text::query`: a search of whole documents becomes a hidden field, one of single fields a plain match. */
function withoutTextQuery(node: unknown, searches: string[]): unknown {
  if (Array.isArray(node)) return node.map((member) => withoutTextQuery(member, searches))
  if (!isObject(node) || Object.getPrototypeOf(node) !== Object.prototype) return node
  const argument =
    node['type'] === 'OpCall' && node['op'] === 'match' ? textQueryArgument(node['right']) : undefined
  if (isObject(argument) && holdsDocument(node['left'])) {
    const name = searchField(searches.push(String(argument['value'] ?? '')) - 1)
    return {
      type: 'OpCall',
      op: '==',
      left: {type: 'AccessAttribute', name},
      right: {type: 'Value', value: true},
    }
  }
  if (argument !== undefined) return {...node, right: argument}
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, withoutTextQuery(value, searches)]),
  )
}

/**
 * Parses GROQ with its parameters (they are baked into the tree, so a tree belongs to one set of them). Throws a LakeError
 * `queryParseError` with the place of the error.
 */
export function parseQuery(
  query: string,
  params: Record<string, unknown>,
  mode: 'normal' | 'delta' = 'normal',
): ParsedQuery {
  scanQuery(query)
  try {
    const tree = parse(query, {params, mode})
    if (!query.includes('text::query')) return {tree, searches: []}
    const searches: string[] = []
    return {tree: withoutTextQuery(tree, searches) as ExprNode, searches}
  } catch (error) {
    const position = isObject(error) && typeof error['position'] === 'number' ? error['position'] : 0
    throw new LakeError(
      'queryParseError',
      error instanceof Error ? error.message : 'unable to parse the query',
      {
        details: {type: 'queryParseError', query, start: position, end: query.length},
        cause: error,
      },
    )
  }
}
