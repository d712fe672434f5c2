import {z} from 'zod'
import type {LakeDocument} from '../document.ts'
import {evaluateSync} from '../query/evaluate.ts'
import {scanQuery} from '../query/scan.ts'
import {parseStored, type Store} from '../store/store.ts'

const found = z.array(z.looseObject({_id: z.string()}).nullable())

/**
 * Which documents a mutation by query means, seen from inside its own transaction. What the caller may not read is not
 * there: whether a query finds something would tell what it holds.
 */
export function selectIds(options: {
  store: Store
  dataset: string
  query: string
  params: Record<string, unknown>
  mayRead(document: LakeDocument): boolean
}): string[] {
  const {store, dataset, query, params, mayRead} = options
  scanQuery(query)
  const rows = store.db.prepare('SELECT json FROM documents WHERE dataset = ? ORDER BY id').all(dataset)
  const documents = rows.map((row) => parseStored(row['json'])).filter(mayRead)
  const dereference = (id: string): LakeDocument | null => {
    const target = store.get(dataset, id)
    return target && mayRead(target) ? target : null
  }
  const result = evaluateSync(query, params, {dataset: documents, dereference})
  return found.parse(Array.isArray(result) ? result : [result]).flatMap((document) => document?._id ?? [])
}
