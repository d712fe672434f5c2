import {compileFilter} from '../access/filter.ts'
import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {draftIdOf, isDraftId, isPublishedId, publishedIdOf, releaseOf} from '../document-id.ts'
import {variants, type Variant} from '../store/fields.ts'
import {isUseful, openCandidates} from './candidates.ts'
import {openCounts} from './counts.ts'
import {openDocumentCache} from './document-cache.ts'
import {openFirstByKey} from './first-by-key.ts'
import type {View} from './view.ts'

export type ViewOptions = {
  dataset: string
  /** `['raw']`, or a stack of which the first wins; published always stands at its end. */
  perspective: readonly string[]
  /** GROQ filters of which one must hold for a document to be seen. */
  readFilters: readonly string[]
  identity: string
  /** Called for each document that is read; throws to end the evaluation. */
  onRead?(textLength: number): void
}

export type Reader = {
  view(options: ViewOptions): View
  /** Runs with one state of the database, whatever is written meanwhile; one run at a time. */
  snapshot<T>(run: () => T): T
  /** For who reads within a transaction of their own: call before each look. */
  forget(): void
  close(): void
}

const isDraftLayer = (name: string): boolean => name === 'drafts' || name === 'previewDrafts'
/** A list of published documents may lose this many to their drafts before the index is not worth asking. */
const maxDrafts = 2000

/** Opens views over the tables of a store, with room for documents of this many characters in all. */
export function openReader(db: DatabaseSync, maxKeptLength: number): Reader {
  const candidates = openCandidates(db)
  const cache = openDocumentCache(db, maxKeptLength)
  const firstByKey = openFirstByKey(db)
  const counts = openCounts(db)
  const begin = db.prepare('BEGIN')
  const commit = db.prepare('COMMIT')
  const exists = db.prepare('SELECT 1 FROM documents WHERE dataset = ? AND id = ?')

  const view = ({dataset, perspective, readFilters, identity, onRead}: ViewOptions): View => {
    const seesAll = readFilters.includes('true')
    const texts = new WeakMap<object, string>()
    const hits = new Map<string, ReturnType<typeof candidates.hits>>()
    const hitsOf = (search: string) => {
      const known = hits.get(search)
      if (known !== undefined) return known
      const found = candidates.hits(dataset, search)
      hits.set(search, found)
      return found
    }
    const filters = readFilters.map(compileFilter)
    const mayRead = (document: LakeDocument): boolean =>
      seesAll || filters.some((holds) => holds(document, identity))
    const raw = (id: string): LakeDocument | null => {
      const kept = cache.get(dataset, id)
      if (!kept) return null
      onRead?.(kept.text.length)
      if (!mayRead(kept.document)) return null
      texts.set(kept.document, kept.text)
      return kept.document
    }
    const isRaw = perspective[0] === 'raw'
    const layers = isRaw ? [] : perspective.filter((name) => name !== 'published')

    const layered = (publishedId: string): LakeDocument | null => {
      for (const layer of layers) {
        const found = raw(isDraftLayer(layer) ? draftIdOf(publishedId) : `versions.${layer}.${publishedId}`)
        if (found) return isDeletion(found) ? null : shown(found, publishedId)
      }
      const published = raw(publishedId)
      return published && layers.length > 0 ? shown(published, publishedId) : published
    }
    const get = (id: string): LakeDocument | null => {
      if (isRaw) return raw(id)
      const publishedId = layers.length > 0 ? publishedIdOf(id) : id
      return isPublishedId(publishedId) ? layered(publishedId) : null
    }
    const isReachable = (id: string): boolean => {
      if (isPublishedId(id)) return true
      return isDraftId(id) ? layers.some(isDraftLayer) : layers.includes(releaseOf(id) ?? '')
    }
    /** The ids of this view for ids of the store. */
    const own = (ids: readonly string[]): readonly string[] => {
      if (isRaw) return ids
      if (layers.length === 0) return ids.filter(isPublishedId)
      return [...new Set(ids.filter(isReachable).map(publishedIdOf))].toSorted()
    }
    const isOnlyDrafts = layers.length === 1 && isDraftLayer(layers[0] ?? '')
    const shownVariants = (): Variant[] | null => {
      if (isRaw) return [variants.published, variants.draft, variants.version]
      if (layers.length === 0) return [variants.published]
      // A draft that may not be read hides nothing, and the index cannot tell.
      return isOnlyDrafts && seesAll ? [variants.draft, variants.published] : null
    }
    const first: View['first'] = (narrowings, key, limit) => {
      const byTypes = narrowings.find(({by}) => by === 'type')
      const indexed = shownVariants()
      // What another index narrows costs less to sort than this one to walk.
      if (!indexed || narrowings.some((each) => each.by !== 'type' && isUseful(each))) return null
      const types = byTypes?.by === 'type' ? byTypes.values : null
      const drafts = isOnlyDrafts ? counts.drafts(dataset) : 0
      if (drafts > maxDrafts) return null
      const found = firstByKey.rows({dataset, types, variants: indexed}, key, limit + drafts)
      if (!found) return null
      const isHidden = (id: string): boolean =>
        drafts > 0 && isPublishedId(id) && exists.get(dataset, draftIdOf(id)) !== undefined
      const ids = found.rows.map(({id}) => id).filter((id) => !isHidden(id))
      const documents = own(ids.toSorted())
        .map(get)
        .filter((document) => document !== null)
      return {documents, isAll: found.isAll}
    }
    return {
      get,
      first,
      select: (narrowings) => ({
        *[Symbol.iterator]() {
          for (const id of own(candidates.ids(dataset, narrowings))) {
            const document = get(id)
            if (document) yield document
          }
        },
      }),
      count: (narrowings) => {
        if (!seesAll || layers.length > 0) return null
        return counts.of(dataset, narrowings, isRaw ? 'raw' : 'published')
      },
      answers: ({_id, _originalId}, search) => {
        const found = hitsOf(search)
        const id = typeof _originalId === 'string' ? _originalId : _id
        return !found || found.unknown.has(id) ? null : found.found.has(id)
      },
      textOf: (value) => texts.get(value) ?? null,
    }
  }
  const end = (): void => void commit.run()
  const snapshot = <T>(run: () => T): T => {
    if (db.isTransaction) return run()
    begin.run()
    try {
      if (cache.refresh()) candidates.forget()
      const found = run()
      if (found instanceof Promise) void found.then(end, end)
      else end()
      return found
    } catch (error) {
      end()
      throw error
    }
  }
  return {view, snapshot, forget: candidates.forget, close: () => db.close()}
}

const isDeletion = ({_system}: LakeDocument): boolean =>
  typeof _system === 'object' && _system !== null && Reflect.get(_system, 'delete') === true

function shown(document: LakeDocument, publishedId: string): LakeDocument {
  return {...document, _id: publishedId, _originalId: document._id}
}
