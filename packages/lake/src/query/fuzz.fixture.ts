import {LakeError} from '../lake-error.ts'
import {seededRandom} from '../seeded-random.fixture.ts'
import type {QueryEngine} from './engine.ts'

const atoms =
  '* @ ^ ^.^ $id $list title _id _type author n "text" \'x\' 1 -2.5 1e3 null true false [] {} [1,2] ...'.split(
    ' ',
  )
const functions =
  'count defined references lower length coalesce string path dateTime now round select array::unique array::compact ' +
  'math::sum string::split string::startsWith pt::text text::query geo::distance sanity::versionOf global::count diff::changedAny'
const operators = '== != < <= > >= + - * / % ** in match && || => .. ...'.split(' ')
const noise = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '->',
  '.',
  ',',
  '|',
  '"',
  "'",
  '//',
  '\n',
  '\\u0000',
  '\u{1f600}',
  '\ud800',
  'order',
  'score',
  'desc',
  'fn a::b($x) = $x;',
]

/** Queries by a small grammar, every other one then broken in a few places. */
export function createFuzzer(seed: number): () => string {
  const random = seededRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const names = functions.split(' ')
  const expression = (depth: number): string => {
    if (depth === 0 || random() < 0.2) return pick(atoms)
    const inner = (): string => expression(depth - 1)
    const forms = [
      () => `${inner()} ${pick(operators)} ${inner()}`,
      () => `${inner()}[${inner()}]`,
      () => `${inner()}{${pick(atoms)}, "a": ${inner()}}`,
      () => `${pick(names)}(${inner()}${random() < 0.3 ? `, ${inner()}` : ''})`,
      () => `(${inner()})`,
      () => `!${inner()}`,
      () => `${inner()} | ${random() < 0.7 ? 'order' : 'score'}(${inner()}${random() < 0.4 ? ' desc' : ''})`,
      () => `${inner()}->${pick(['', 'title', '{...}'])}`,
      () => `*[${inner()}]${pick(['', '[0]', '[0...2]', '._id', '[]', '{...}'])}`,
      () => `[${inner()}, ...${inner()}]`,
      () => `select(${inner()} => ${inner()}, ${inner()})`,
    ]
    return forms[Math.floor(random() * forms.length)]?.() ?? '*'
  }
  const broken = (query: string): string => {
    const at = Math.floor(random() * (query.length + 1))
    const cut = Math.floor(random() * 4)
    return query.slice(0, at) + (random() < 0.7 ? pick(noise) : '') + query.slice(at + cut)
  }
  return () => {
    const query = expression(1 + Math.floor(random() * 4))
    if (random() < 0.5) return query
    return broken(random() < 0.5 ? broken(query) : query)
  }
}

export type FuzzReport = {
  queries: number
  answered: number
  refused: number
  /** What was neither a result nor an error of the lake. */
  crashes: string[]
  p999Ms: number
}

const refusals = new Set(['queryParseError', 'queryFailed', 'invalidRequest'])

/** Sends fuzzed queries to the dataset `small`, one after the other; each must end in a result or in an error that says what was expected. */
export async function fuzz(
  engine: QueryEngine,
  options: {queries: number; seed: number},
): Promise<FuzzReport> {
  const next = createFuzzer(options.seed)
  const report: FuzzReport = {queries: options.queries, answered: 0, refused: 0, crashes: [], p999Ms: 0}
  const times: number[] = []
  const view = {dataset: 'small', perspective: ['raw'], readFilters: ['true'], identity: 'me'}
  for (let index = 0; index < options.queries; index++) {
    const query = next()
    const startedAt = performance.now()
    try {
      await engine.query({...view, query, params: {id: 'a', list: ['a', 'b']}})
      report.answered++
    } catch (error) {
      if (error instanceof LakeError && refusals.has(error.code)) report.refused++
      else report.crashes.push(`${query}: ${String(error)}`)
    }
    times.push(performance.now() - startedAt)
  }
  report.p999Ms = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.999)] ?? 0
  return report
}
