import {fieldValue} from '../store/fields.ts'
import type {Clause, Term} from './clauses.ts'
import type {Narrowing} from './view.ts'

type Params = Record<string, unknown>
const isText = (value: unknown): value is string => typeof value === 'string'

function valuesOf(terms: readonly Term[], params: Params, outside: string | undefined): unknown[] {
  return terms.flatMap((term) => {
    if (term.from === 'outside') return [outside]
    const value = term.from === 'constant' ? term.value : params[term.name]
    return Array.isArray(value) ? value : [value ?? null]
  })
}

/** A clause with the values of one request; null when they are of a kind that no index holds. */
export function narrowingOf(clause: Clause, params: Params, outside?: string): Narrowing | null {
  if (clause.by === 'any') {
    const narrowings = clause.clauses.map((each) => narrowingOf(each, params, outside))
    const known = narrowings.filter((each) => each !== null)
    return known.length === narrowings.length ? {by: 'any', narrowings: known} : null
  }
  const values = valuesOf(clause.terms, params, outside)
  if (clause.by === 'field') {
    // A missing field equals null, and an index holds no missing field.
    if (values.some((value) => value === null || value === undefined)) return null
    return {by: 'field', path: clause.path, values: values.map(fieldValue).filter((value) => value !== null)}
  }
  const texts = values.filter(isText)
  if (clause.by === 'id' || clause.by === 'type') return {by: clause.by, values: texts}
  // `references()` passes over what is no text; any other comparison with it is left to the evaluation.
  if (texts.length !== values.length && !(clause.by === 'reference' && clause.isExact)) return null
  if (clause.by === 'match') return {by: 'match', patterns: texts}
  if (clause.by === 'words' || clause.by === 'someWord') return {by: clause.by, search: texts[0] ?? ''}
  if (clause.by === 'prefix') return prefixOf(texts)
  return {by: clause.by, values: texts}
}

/** What stands before the first `*` of each pattern of `path()`. */
function prefixOf(patterns: readonly string[]): Narrowing {
  return {by: 'prefix', values: patterns.map((pattern) => pattern.split('*')[0] ?? '')}
}

export const narrowingsOf = (clauses: readonly Clause[], params: Params): Narrowing[] =>
  clauses.map((clause) => narrowingOf(clause, params)).filter((each) => each !== null)
