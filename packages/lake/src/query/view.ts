import {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {draftIdOf, isDraftId, isPublishedId, publishedIdOf, releaseOf} from '../document-id.ts'
import {parseStored} from '../store/store.ts'
import {compileFilter} from '../access/filter.ts'
import type {Plan} from './plan.ts'

export type ViewOptions = {
  dataset: string
  perspective: readonly string[]
  readFilters: readonly string[]
  identity: string
}

/** The documents of a dataset as one perspective shows them to one reader. */
export type View = {documents(plan: Plan): LakeDocument[]; get(id: string): LakeDocument | null}

/** Opens views over a SQLite file that somebody else writes. */
export function openReader(path: string): {
  view(options: ViewOptions): View
  close(): void
  /** Runs with one state of the database, whatever is written meanwhile. */
  snapshot<T>(run: () => T): T
} {
  const db = new DatabaseSync(path, {readOnly: true})
  db.exec('PRAGMA busy_timeout = 5000')
  const all = db.prepare('SELECT id FROM documents WHERE dataset = ? ORDER BY id')
  const byType = db.prepare(
    'SELECT id FROM documents WHERE dataset = ? AND type IN (SELECT value FROM json_each(?)) ORDER BY id',
  )
  const bySlug = db.prepare('SELECT id FROM documents WHERE dataset = ? AND slug = ? ORDER BY id')
  const byReference = db.prepare(
    'SELECT DISTINCT source_id AS id FROM document_references WHERE dataset = ? AND target_id = ? ORDER BY source_id',
  )
  const one = db.prepare('SELECT json FROM documents WHERE dataset = ? AND id = ?')
  const versions = db.prepare("SELECT id FROM documents WHERE dataset = ? AND id GLOB 'versions.*.' || ?")

  const candidates = (dataset: string, plan: Plan): string[] => {
    const rows = {
      everything: () => all.all(dataset),
      types: () => (plan.by === 'types' ? byType.all(dataset, JSON.stringify(plan.types)) : []),
      slug: () => (plan.by === 'slug' ? bySlug.all(dataset, plan.slug) : []),
      references: () => (plan.by === 'references' ? byReference.all(dataset, plan.id) : []),
      ids: () => (plan.by === 'ids' ? [...new Set(plan.ids)].toSorted().map((id) => ({id})) : []),
    }
    return rows[plan.by]().map((row) => String(row.id))
  }

  const view = ({dataset, perspective, readFilters, identity}: ViewOptions): View => {
    const seesAll = readFilters.includes('true')
    const filters = readFilters.map(compileFilter)
    const mayRead = (document: LakeDocument): boolean =>
      seesAll || filters.some((holds) => holds(document, identity))
    const raw = (id: string): LakeDocument | null => {
      const row = one.get(dataset, id)
      const document = row ? parseStored(row['json']) : null
      return document && mayRead(document) ? document : null
    }
    if (perspective[0] === 'raw') {
      return {
        get: raw,
        documents: (plan) =>
          candidates(dataset, plan)
            .map(raw)
            .filter((document) => document !== null),
      }
    }
    const layers = perspective.filter((name) => name !== 'published')
    const inLayer = (publishedId: string, layer: string): LakeDocument | null => {
      if (layer === 'drafts' || layer === 'previewDrafts') return raw(draftIdOf(publishedId))
      const found = versions
        .all(dataset, publishedId)
        .map((row) => String(row['id']))
        .find((id) => releaseOf(id) === layer)
      return found ? raw(found) : null
    }
    const get = (id: string): LakeDocument | null => {
      const publishedId = layers.length > 0 ? publishedIdOf(id) : id
      if (!isPublishedId(publishedId)) return null
      for (const layer of layers) {
        const found = inLayer(publishedId, layer)
        if (found) return shown(found, publishedId)
      }
      const published = raw(publishedId)
      return published ? shown(published, publishedId) : null
    }
    const groups = (plan: Plan): string[] => {
      const ids = candidates(dataset, plan)
      if (layers.length === 0) return ids.filter(isPublishedId)
      const reachable = ids.filter((id) => !isDraftId(id) || layers.some((layer) => layer.endsWith('rafts')))
      return [...new Set(reachable.map(publishedIdOf))].toSorted()
    }
    return {
      get,
      documents: (plan) =>
        groups(plan)
          .map(get)
          .filter((document) => document !== null),
    }
  }
  const snapshot = <T>(run: () => T): T => {
    db.exec('BEGIN')
    try {
      return run()
    } finally {
      db.exec('COMMIT')
    }
  }
  return {view, snapshot, close: () => db.close()}
}

function shown(document: LakeDocument, publishedId: string): LakeDocument {
  return {...document, _id: publishedId, _originalId: document._id}
}
