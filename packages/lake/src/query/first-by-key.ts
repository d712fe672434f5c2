import type {DatabaseSync} from 'node:sqlite'
import {overflowPath, ranks, type Variant} from '../store/fields.ts'
import type {Key} from './view.ts'

type Row = {id: string; rank: number; value: string | number}

/** The first ids of a type by the values of one path. */
export type FirstByKey = {
  /**
   * At least `limit` rows of each variant's index, in the order of the key, with all that share the last one's value.
   * Null when the index does not hold every document that would stand among them.
   */
  rows(
    scope: {dataset: string; types: readonly string[] | null; variants: readonly Variant[]},
    key: Key,
    limit: number,
  ): {rows: Row[]; isAll: boolean} | null
  typesOf(dataset: string): string[]
}

const maxTypes = 40

export function openFirstByKey(db: DatabaseSync): FirstByKey {
  const types = db.prepare(
    'SELECT DISTINCT type FROM field_paths WHERE dataset = ? AND path = ? AND documents > 0',
  )
  const pathOf = db.prepare(
    'SELECT path_id, documents FROM field_paths WHERE dataset = ? AND path = ? AND type = ? AND variant = ?',
  )
  const unranked = db.prepare('SELECT 1 FROM field_values WHERE path_id = ? AND rank = ? LIMIT 1')
  const forwards = db.prepare(
    'SELECT id, rank, value FROM field_values WHERE path_id = ? ORDER BY rank, value, id LIMIT ?',
  )
  const backwards = db.prepare(
    'SELECT id, rank, value FROM field_values WHERE path_id = ? ORDER BY rank DESC, value DESC, id DESC LIMIT ?',
  )
  const equal = db.prepare('SELECT id FROM field_values WHERE path_id = ? AND rank = ? AND value = ?')

  const typesOf = (dataset: string): string[] =>
    types.all(dataset, '_updatedAt').map((row) => String(row['type']))
  const lookUp = (dataset: string, path: string, type: string, variant: Variant) => {
    const row = pathOf.get(dataset, path, type, variant)
    return row ? {id: Number(row['path_id']), documents: Number(row['documents'])} : null
  }

  return {
    typesOf,
    rows: ({dataset, types: wanted, variants}, {path, isDescending}, limit) => {
      const chosen = wanted ?? typesOf(dataset)
      if (chosen.length > maxTypes) return null
      const indexes: {id: number; documents: number}[] = []
      let total = 0
      for (const type of chosen) {
        for (const variant of variants) {
          // Every document has a time of its last change, so its index counts the documents.
          const documents = lookUp(dataset, '_updatedAt', type, variant)?.documents ?? 0
          if (documents === 0 && !lookUp(dataset, overflowPath, type, variant)?.documents) continue
          if (lookUp(dataset, overflowPath, type, variant)?.documents) return null
          const index = lookUp(dataset, path, type, variant)
          // Without a value a document stands first when descending, last when ascending.
          if (isDescending && index?.documents !== documents) return null
          total += documents
          if (!index) continue
          if (unranked.get(index.id, ranks.other)) return null
          indexes.push(index)
        }
      }
      const statement = isDescending ? backwards : forwards
      const lists = indexes.map(({id}) => statement.all(id, limit).map(rowOf))
      const merged = lists.flat().toSorted((one, other) => compare(one, other) * (isDescending ? -1 : 1))
      const last = merged[limit - 1]
      if (!last) return merged.length === total ? {rows: merged, isAll: true} : null
      const before = merged.slice(0, limit).filter((row) => compare(row, last) !== 0)
      const ties = indexes.flatMap(({id}) =>
        equal.all(id, last.rank, last.value).map((row) => ({...last, id: String(row['id'])})),
      )
      return {rows: [...before, ...ties], isAll: before.length + ties.length === total}
    },
  }
}

function rowOf(row: Record<string, unknown>): Row {
  const {value} = row
  return {
    id: String(row['id']),
    rank: Number(row['rank']),
    value: typeof value === 'string' ? value : Number(value),
  }
}

function compare(one: Row, other: Row): number {
  if (one.rank !== other.rank) return one.rank - other.rank
  if (one.value === other.value) return 0
  return one.value < other.value ? -1 : 1
}
