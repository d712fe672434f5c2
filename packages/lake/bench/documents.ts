import {systemClock} from '../src/clock.ts'
import {ensureDataset} from '../src/project/datasets.ts'
import type {Store} from '../src/store/store.ts'
import {openSearchIndex} from '../src/query/search-index.ts'
import {seededRandom} from '../src/seeded-random.fixture.ts'
import {createWriter} from '../src/transact/transact.ts'

export type BenchDocument = {_id: string; _type: string; [field: string]: unknown}

const words =
  `treatment cancer breast hormone receptor positive negative biopsy scan therapy doctor nurse question pain bone
liver lung blood count fatigue sleep food family work travel cost trial study report result gene test tissue inherited
tablet infusion injection surgery radiation recovery follow visit plan team support group phone night morning`.split(
    /\s+/,
  )

/** Documents of about 5 kB with 12 blocks of text: 6 of 10 articles, a category for each 500, an author for each 50. */
export function* benchDocuments(total: number, seed = 1): Generator<BenchDocument> {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const text = (length: number): string => Array.from({length}, () => pick(words)).join(' ')
  const categories = Math.max(2, Math.floor(total / 500))
  const authors = Math.max(4, Math.floor(total / 50))
  const reference = (kind: string, count: number) => ({
    _type: 'reference',
    _ref: `${kind}-${Math.floor(random() * count)}`,
  })
  for (let n = 0; n < categories; n++) yield {_id: `category-${n}`, _type: 'category', title: text(2)}
  for (let n = 0; n < authors; n++) yield {_id: `author-${n}`, _type: 'author', name: text(2)}
  for (let n = 0; n < total - categories - authors; n++) {
    yield {
      _id: `document-${n}`,
      _type: n % 10 < 7 ? 'article' : 'note',
      title: text(6),
      slug: {_type: 'slug', current: `page-${n}`},
      publishedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 3e10)).toISOString(),
      language: n % 5 === 0 ? 'es' : 'en',
      views: Math.floor(random() * 10_000),
      author: reference('author', authors),
      categories: [{...reference('category', categories), _key: 'c0'}],
      // Each name stands in about 20 documents, whatever their number.
      keyword: `name${Math.floor(random() * (total / 20))}`,
      body: Array.from({length: 12}, (_, block) => ({
        _key: `b${block}`,
        _type: 'block',
        style: 'normal',
        markDefs: [],
        children: [{_key: 's0', _type: 'span', marks: [], text: text(40)}],
      })),
    }
  }
}

/** Brings the index of words up to date, as a lake that runs does by and by. */
export function indexWords(store: Store): void {
  const index = openSearchIndex(store)
  index.catchUp()
  index.stop()
}

/** Writes the documents by the lake's own writer, 500 in a transaction. */
export function fillStore(store: Store, total: number): void {
  ensureDataset(store, systemClock, {name: 'bench'})
  const writer = createWriter({store, clock: systemClock, rules: {permit: () => null}, selectIds: () => []})
  const write = (documents: BenchDocument[]) =>
    writer.mutate({
      dataset: 'bench',
      identity: {userId: 'bench', role: 'bench'},
      body: {mutations: documents.map((document) => ({createOrReplace: document}))},
      options: {},
    })
  let batch: BenchDocument[] = []
  for (const document of benchDocuments(total)) {
    batch.push(document)
    if (batch.length === 500) write(batch.splice(0))
  }
  if (batch.length > 0) write(batch)
}
