import type {DatabaseSync} from 'node:sqlite'
import type {Narrowing} from './view.ts'

/** Counts that the indexes give without reading a document. */
export type Counts = {
  of(dataset: string, narrowings: readonly Narrowing[], perspective: 'raw' | 'published'): number | null
  drafts(dataset: string): number
}

const isPublished = `id NOT GLOB 'drafts.*' AND id NOT GLOB 'versions.?*.?*'`
const inList = 'IN (SELECT value FROM json_each(?))'

export function openCounts(db: DatabaseSync): Counts {
  const statements = {
    raw: prepare(db, '1'),
    published: prepare(db, isPublished),
  }
  const drafts = db.prepare(
    "SELECT count(*) AS n FROM documents WHERE dataset = ? AND id >= 'drafts.' AND id < 'drafts/'",
  )
  return {
    drafts: (dataset) => Number(drafts.get(dataset)?.['n']),
    of: (dataset, narrowings, perspective) => {
      const lists = new Map<string, string[]>()
      for (const each of narrowings) {
        if ((each.by !== 'id' && each.by !== 'type' && each.by !== 'reference') || lists.has(each.by))
          return null
        lists.set(each.by, each.values)
      }
      const of = (by: string): string | null => (lists.has(by) ? JSON.stringify(lists.get(by)) : null)
      const [ids, types, references] = [of('id'), of('type'), of('reference')]
      const {referring, referringOfType, plain} = statements[perspective]
      const row = !references
        ? plain.get(dataset, ids, ids, types, types)
        : types
          ? referringOfType.get(dataset, references, ids, ids, types, types)
          : referring.get(dataset, references, ids, ids)
      return Number(row?.['n'])
    },
  }
}

function prepare(db: DatabaseSync, condition: string) {
  const rest = `(? IS NULL OR id ${inList}) AND (? IS NULL OR type ${inList}) AND ${condition}`
  // Bit 4: a reference within another one, which references() does not reach.
  const sources = `SELECT DISTINCT dataset AS of, source_id AS source FROM document_references
    WHERE dataset = ? AND target_id ${inList} AND weak & 4 = 0`
  return {
    plain: db.prepare(`SELECT count(*) AS n FROM documents WHERE dataset = ? AND ${rest}`),
    referring: db.prepare(
      `SELECT count(*) AS n FROM (SELECT source AS id FROM (${sources}))
       WHERE (? IS NULL OR id ${inList}) AND ${condition}`,
    ),
    referringOfType: db.prepare(
      `SELECT count(*) AS n FROM documents JOIN (${sources}) ON dataset = of AND id = source WHERE ${rest}`,
    ),
  }
}
