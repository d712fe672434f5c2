import type {z} from 'zod'
import type {Drift} from './drift.ts'
import type {
  DocumentsByIdsResult,
  ListOfTypeResult,
  ReferrersOfTypeResult,
  RootBySlugResult,
} from './generated/query-types.ts'
import type {DocumentType, parsers} from './parsers.ts'

type DriftOfEach<Result> = {
  [T in DocumentType]: [Extract<Result, {_type: T}>] extends [never]
    ? `${T}: given by no query`
    : Drift<Extract<Result, {_type: T}>, z.input<(typeof parsers)[T]>, T>
}[DocumentType]

type AllDrift =
  | DriftOfEach<NonNullable<RootBySlugResult>>
  | DriftOfEach<DocumentsByIdsResult[number]>
  | DriftOfEach<ListOfTypeResult[number]>
  | DriftOfEach<ReferrersOfTypeResult[number]>

/**
 * Does not compile when the Studio's schema, a query or a parser says something else than the others; the compiler's
 * message names the place. A changed schema or query reaches it by `npm run typegen`, which a test asks for.
 */
export const oneTruth: Record<AllDrift, never> = {}
