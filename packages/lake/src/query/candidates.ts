import type {DatabaseSync} from 'node:sqlite'
import {overflowPath, ranks} from '../store/fields.ts'
import {isPlainSearch, neededByMatch, neededWords, simpleWords} from './text-query.ts'
import type {Narrowing} from './view.ts'

/** Finds ids in the indexes of a store; every answer holds at least what satisfies the narrowing. */
export type Candidates = {
  /** Sorted ids, of any variant. */
  ids(dataset: string, narrowings: readonly Narrowing[]): string[]
  /** Call when something was written: which paths there are may have changed. */
  forget(): void
  /**
   * The ids that hold the words of a plain search, and those written since the index was brought up to date, of which it
   * knows nothing; null when the index does not decide this search alone.
   */
  hits(dataset: string, search: string): {found: Set<string>; unknown: Set<string>} | null
}

/** A path of one type and variant, and whether documents stand there without a value that can be compared. */
type FieldPath = {id: number; hasUnranked: boolean}

type Finder = {ids(): string[]; size(): number}

/** Above this many an index is not worth asking when another one is at hand. */
const enough = 2000
const maxKnownPaths = 1000

/** A condition of two parameters: a JSON list of types, or null for all. */
const ofTypes = '(? IS NULL OR type IN (SELECT value FROM json_each(?)))'

const idsOf = (rows: Record<string, unknown>[]): string[] => rows.map((row) => String(row['id']))

export function openCandidates(db: DatabaseSync): Candidates {
  const all = db.prepare('SELECT id FROM documents WHERE dataset = ? ORDER BY id')
  const byType = db.prepare(
    'SELECT id FROM documents WHERE dataset = ? AND type IN (SELECT value FROM json_each(?)) ORDER BY id',
  )
  const byReference = db.prepare(
    `SELECT DISTINCT source_id AS id FROM document_references
     WHERE dataset = ? AND target_id IN (SELECT value FROM json_each(?)) LIMIT ?`,
  )
  const byReferenceOfType = db.prepare(
    `SELECT DISTINCT source_id AS id FROM document_references r
     JOIN documents d ON d.dataset = r.dataset AND d.id = r.source_id
     WHERE r.dataset = ? AND target_id IN (SELECT value FROM json_each(?)) AND ${ofTypes} LIMIT ?`,
  )
  const between = db.prepare('SELECT id FROM documents WHERE dataset = ? AND id >= ? AND id < ?')
  const paths = db.prepare(
    'SELECT path_id FROM field_paths WHERE dataset = ? AND path IN (?, ?) AND (? IS NULL OR type IN (SELECT value FROM json_each(?)))',
  )
  const byValue = db.prepare(
    'SELECT id FROM field_values WHERE path_id = ? AND rank = ? AND value = ? LIMIT ?',
  )
  const unranked = db.prepare('SELECT id FROM field_values WHERE path_id = ? AND rank = ? LIMIT ?')
  const byWords = db.prepare(
    `SELECT d.id FROM search_words JOIN documents d ON d.number = search_words.rowid
     WHERE search_words MATCH ? AND d.dataset = ? AND ${ofTypes} LIMIT ?`,
  )
  const indexedTo = db.prepare("SELECT seq FROM derived_indexes WHERE name = 'search'")
  const since = db.prepare(
    `SELECT DISTINCT document_id AS id FROM effects e
     JOIN documents d ON d.dataset = e.dataset AND d.id = e.document_id
     WHERE e.seq > ? AND e.dataset = ? AND ${ofTypes} LIMIT ?`,
  )

  const range = (dataset: string, prefix: string): string[] =>
    idsOf(between.all(dataset, prefix, `${prefix}\u{10ffff}`))

  const knownPaths = new Map<string, FieldPath[]>()
  const pathsOf = (dataset: string, path: string, types: string | null): FieldPath[] => {
    const key = `${dataset}\n${path}\n${types}`
    const known = knownPaths.get(key)
    if (known) return known
    const found = paths.all(dataset, path, overflowPath, types, types).map(({path_id: id}) => ({
      id: Number(id),
      hasUnranked: unranked.get(Number(id), ranks.other, 1) !== undefined,
    }))
    if (knownPaths.size >= maxKnownPaths) knownPaths.clear()
    knownPaths.set(key, found)
    return found
  }
  const ofField = (
    dataset: string,
    narrowing: Narrowing & {by: 'field'},
    types: string | null,
    limit: number,
  ) => {
    const found: string[] = []
    for (const {id, hasUnranked} of pathsOf(dataset, narrowing.path, types)) {
      for (const {rank, value} of narrowing.values) found.push(...idsOf(byValue.all(id, rank, value, limit)))
      if (hasUnranked) found.push(...idsOf(unranked.all(id, ranks.other, limit)))
    }
    return found
  }
  /** What the search index knows, and what was written since it was last brought up to date. */
  const ofWords = (dataset: string, query: string | null, types: string | null, limit: number): string[] => {
    const seq = indexedTo.get()?.['seq']
    if (query === null || seq === undefined) return idsOf(all.all(dataset))
    return [
      ...idsOf(byWords.all(query, dataset, types, types, limit)),
      ...idsOf(since.all(Number(seq), dataset, types, types, limit)),
    ]
  }
  const ofReferences = (dataset: string, targets: string, types: string | null, limit: number): string[] =>
    idsOf(
      types === null
        ? byReference.all(dataset, targets, limit)
        : byReferenceOfType.all(dataset, targets, types, types, limit),
    )
  const find = (dataset: string, narrowing: Narrowing, types: string | null, limit: number): string[] => {
    switch (narrowing.by) {
      case 'id':
        return narrowing.values
      case 'type':
        return idsOf(byType.all(dataset, JSON.stringify(narrowing.values)))
      case 'reference':
        return ofReferences(dataset, JSON.stringify(narrowing.values), types, limit)
      case 'prefix':
        return narrowing.values.flatMap((prefix) => range(dataset, prefix))
      case 'release':
        return narrowing.values.flatMap((release) => range(dataset, `versions.${release}.`))
      case 'versionOf':
        return narrowing.values.flatMap((id) => [
          id,
          `drafts.${id}`,
          ...range(dataset, 'versions.').filter((version) => version.endsWith(`.${id}`)),
        ])
      case 'field':
        return ofField(dataset, narrowing, types, limit)
      case 'words':
        return ofWords(dataset, searchQuery(narrowing.search), types, limit)
      case 'match':
        return ofWords(dataset, matchQuery(narrowing.patterns), types, limit)
      case 'someWord':
        return ofWords(dataset, someWordQuery(narrowing.search), types, limit)
      case 'any':
        return narrowing.narrowings.flatMap((each) => find(dataset, each, types, limit))
    }
  }

  return {
    forget: () => knownPaths.clear(),
    hits: (dataset, search) => {
      const query = isPlainSearch(search) ? searchQuery(search) : null
      const seq = indexedTo.get()?.['seq']
      if (query === null || seq === undefined) return null
      return {
        found: new Set(idsOf(byWords.all(query, dataset, null, null, -1))),
        unknown: new Set(idsOf(since.all(Number(seq), dataset, null, null, -1))),
      }
    },
    ids: (dataset, narrowings) => {
      const byTypes = narrowings.find(({by}) => by === 'type')
      const types = byTypes?.by === 'type' ? JSON.stringify(byTypes.values) : null
      const finders = narrowings
        .filter((each) => each.by !== 'type' && isUseful(each))
        .map((each): Finder => finderOf((limit) => find(dataset, each, types, limit)))
      const best = finders.length > 1 ? finders.toSorted((a, b) => a.size() - b.size())[0] : finders[0]
      const found =
        best ?? finderOf(() => (byTypes ? find(dataset, byTypes, null, 0) : idsOf(all.all(dataset))))
      return [...new Set(found.ids())].toSorted()
    },
  }
}

function finderOf(find: (limit: number) => string[]): Finder {
  let known: string[] | null = null
  const size = (): number => {
    known ??= find(enough)
    return known.length
  }
  // What stopped at the limit is asked again in full.
  return {size, ids: () => (known && known.length < enough ? known : find(-1))}
}

/** Whether a narrowing leaves less than everything: a search for `*` does not, nor a choice that holds one. */
export function isUseful(narrowing: Narrowing): boolean {
  if (narrowing.by === 'words') return searchQuery(narrowing.search) !== null
  if (narrowing.by === 'match') return matchQuery(narrowing.patterns) !== null
  if (narrowing.by === 'someWord') return someWordQuery(narrowing.search) !== null
  return narrowing.by !== 'any' || narrowing.narrowings.every(isUseful)
}

/** FTS5's query for the words that a document must hold; null when none is needed. */
function wordQuery(words: readonly string[]): string | null {
  if (words.length === 0) return null
  return words.map(quoted).join(' AND ')
}

const searchQuery = (search: string): string | null =>
  wordQuery(neededWords(search).filter((word) => !word.slice(0, -1).includes('*')))

/** `match` asks for every word of all its patterns. */
const matchQuery = (patterns: readonly string[]): string | null => wordQuery(patterns.flatMap(neededByMatch))

/** FTS5's query for any of the words of a search; null when that leaves everything. */
function someWordQuery(search: string): string | null {
  return simpleWords(search)?.map(quoted).join(' OR ') ?? null
}

const quoted = (word: string): string => (word.endsWith('*') ? `"${word.slice(0, -1)}"*` : `"${word}"`)
