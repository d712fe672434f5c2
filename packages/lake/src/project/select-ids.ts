import {z} from 'zod'
import type {Access} from '../access/access.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'
import {evaluateOver} from '../query/evaluate.ts'
import {compiledQuery} from '../query/parse.ts'
import {openReader} from '../query/store-view.ts'
import type {Store} from '../store/store.ts'

const found = z.array(z.looseObject({_id: z.string()}).nullable())

/**
 * Which documents a mutation by query means, seen from inside its own transaction. What the caller may not read is not
 * there: whether a query finds something would tell what it holds.
 */
export function createSelectIds(store: Store, access: Pick<Access, 'readFilters'>) {
  const reader = openReader(store.db, 0)
  return (dataset: string, query: string, params: Record<string, unknown>, identity: Identity): string[] => {
    if (compiledQuery(query, params).isAsync)
      throw new LakeError('invalidRequest', 'expected a query without diff:: in a mutation')
    reader.forget()
    const view = reader.view({
      dataset,
      perspective: ['raw'],
      readFilters: access.readFilters(identity, dataset),
      identity: identity.userId,
    })
    const result = evaluateOver(query, {view, params})
    return found.parse(Array.isArray(result) ? result : [result]).flatMap((document) => document?._id ?? [])
  }
}
