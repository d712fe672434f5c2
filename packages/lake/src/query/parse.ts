import {parse, type ExprNode} from 'groq-js'
import {LakeError} from '../lake-error.ts'
import {compile, type Compiled} from './compile.ts'
import {scanQuery} from './scan.ts'
import {twinTree} from './twins.ts'

/** `twins` gives the places of values instead of the values (`twins.ts`). */
export type Mode = 'normal' | 'delta' | 'twins'
type Params = Record<string, unknown>

const maxKept = 1000
const maxKeptLength = 8_000
const kept = new Map<string, Compiled>()
/** Queries that only parse with the values of their parameters, such as `[0...$n]`. */
const bound = new Set<string>()

/**
 * Parses and compiles GROQ once for each text, whatever its parameters; where the grammar wants a constant, once for each
 * set of values. Throws a LakeError `queryParseError` with the place of the error.
 */
export function compiledQuery(query: string, params: Params, mode: Mode = 'normal'): Compiled {
  const key = `${mode}\n${query}`
  const boundKey = (): string => `${key}\n${JSON.stringify(params)}`
  const known = kept.get(bound.has(key) ? boundKey() : key)
  if (known) return known
  scanQuery(query)
  const loose = bound.has(key) ? null : tryParse(query, mode)
  const tree = loose ?? parseWith(query, params, mode)
  const compiled = compile(mode === 'twins' ? twinTree(tree) : tree)
  if (!loose) keep(bound, key)
  const where = loose ? key : boundKey()
  if (where.length <= maxKeptLength) {
    if (kept.size >= maxKept) kept.clear()
    kept.set(where, compiled)
  }
  return compiled
}

function keep(set: Set<string>, key: string): void {
  if (set.size >= maxKept) set.clear()
  set.add(key)
}

const groqMode = (mode: Mode) => (mode === 'delta' ? 'delta' : 'normal')

function tryParse(query: string, mode: Mode): ExprNode | null {
  try {
    return parse(query, {mode: groqMode(mode)})
  } catch {
    // Told with its place by the parse that follows, with the parameters.
    return null
  }
}

function parseWith(query: string, params: Params, mode: Mode): ExprNode {
  try {
    return parse(query, {params, mode: groqMode(mode)})
  } catch (error) {
    const position = typeof error === 'object' && error !== null ? Number(Reflect.get(error, 'position')) : 0
    throw new LakeError(
      'queryParseError',
      error instanceof Error ? error.message : 'unable to parse the query',
      {
        details: {type: 'queryParseError', query, start: position || 0, end: query.length},
        cause: error,
      },
    )
  }
}
