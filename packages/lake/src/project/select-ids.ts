import {z} from 'zod'
import type {Access} from '../access/access.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'
import {evaluateOver} from '../query/evaluate.ts'
import {isLinear} from '../query/linear.ts'
import {compiledQuery} from '../query/parse.ts'
import {openReader} from '../query/store-view.ts'
import type {Store} from '../store/store.ts'

const found = z.array(z.looseObject({_id: z.string()}).nullable())
const deadlineMs = 2_000

/**
 * Which documents a mutation by query means, seen from inside its own transaction. Writing waits meanwhile, so that a query
 * which compares lists with themselves is refused, and one that reads for too long is ended. What the caller may not read
 * is not there: whether a query finds something would tell what it holds.
 */
export function createSelectIds(store: Store, access: Pick<Access, 'readFilters'>) {
  const reader = openReader(store.db, 0)
  return (dataset: string, query: string, params: Record<string, unknown>, identity: Identity): string[] => {
    const {tree, isAsync} = compiledQuery(query, params)
    if (isAsync || !isLinear(tree, 2))
      throw new LakeError('invalidRequest', 'expected a simpler query in a mutation; select the ids first')
    const endsAt = performance.now() + deadlineMs
    const onRead = (): void => {
      if (performance.now() > endsAt)
        throw new LakeError('queryFailed', `the query of a mutation took longer than ${deadlineMs / 1000} s`)
    }
    const view = reader.view({
      dataset,
      perspective: ['raw'],
      readFilters: access.readFilters(identity, dataset),
      identity: identity.userId,
      onRead,
    })
    const result = evaluateOver(query, {view, params})
    return found.parse(Array.isArray(result) ? result : [result]).flatMap((document) => document?._id ?? [])
  }
}
