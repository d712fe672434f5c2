import {z} from 'zod'
import {evaluateSync} from '../query/evaluate.ts'
import {scanQuery} from '../query/scan.ts'
import {parseStored, type Store} from '../store/store.ts'

const found = z.array(z.looseObject({_id: z.string()}).nullable())

/** Which documents a mutation by query means, seen from inside its own transaction. */
export function selectIds(
  store: Store,
  dataset: string,
  query: string,
  params: Record<string, unknown>,
): string[] {
  scanQuery(query)
  const rows = store.db.prepare('SELECT json FROM documents WHERE dataset = ? ORDER BY id').all(dataset)
  const documents = rows.map((row) => parseStored(row['json']))
  const result = evaluateSync(query, params, {
    dataset: documents,
    dereference: (id) => store.get(dataset, id),
  })
  return found.parse(Array.isArray(result) ? result : [result]).flatMap((document) => document?._id ?? [])
}
