import {evaluate, parse} from 'groq-js'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {createQueryEngine, type QueryEngine} from '../src/query/engine.ts'
import {openSearchIndex} from '../src/query/search-index.ts'
import {openStore} from '../src/store/store.ts'
import {createRandom, fillStore, type BenchDocument} from './documents.ts'

/**
 * `node packages/lake/bench/query.ts [documents …]`: each kind of query by the lake's engine, by plain groq-js over the same
 * documents in memory and, where there is one, by a bare read of `node:sqlite` with JSON.parse; one interleaved run.
 */
type Case = {
  name: string
  query: string
  params(random: () => number): Record<string, unknown>
  goal?: {bare?: number; plain?: number}
}

const some = (kind: string, count: number) => (random: () => number) =>
  `${kind}-${Math.floor(random() * count)}`

function casesFor(total: number): Case[] {
  const documents = Math.floor(total * 0.9)
  const article = (random: () => number) => Math.floor((random() * documents) / 10) * 10
  return [
    {
      name: 'by id',
      query: '*[_id == $id][0]',
      params: (random) => ({id: some('document', documents)(random)}),
      goal: {bare: 3},
    },
    {
      name: 'by type and slug',
      query: '*[_type == "article" && slug.current == $slug][0]',
      params: (random) => ({slug: `page-${article(random)}`}),
      goal: {bare: 3},
    },
    {
      name: 'list of 20 with one dereference',
      query: '*[_type == "article"] | order(publishedAt desc)[0...20]{title, "author": author->name}',
      params: () => ({}),
      goal: {plain: 20},
    },
    {
      name: 'references',
      query: '*[references($id)]{_id, title}',
      params: (random) => ({id: some('author', Math.floor(total / 50))(random)}),
      goal: {plain: 20},
    },
    {
      name: 'text search',
      query: '*[_type == "article" && [title, keyword, pt::text(body)] match $word]{_id, title}',
      params: (random) => ({word: `name${Math.floor(random() * (total / 20))}`}),
      goal: {plain: 50},
    },
    {
      name: '20 × count of back-references',
      query: '*[_type == "category"][0...20]{_id, "n": count(*[references(^._id)])}',
      params: () => ({}),
    },
    {name: 'count by type', query: 'count(*[_type == "article"])', params: () => ({})},
  ]
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const inMs = (value: number): string => (value < 1 ? value.toFixed(3) : value.toFixed(1))

async function timed(run: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}

const view = {dataset: 'bench', perspective: ['published'], readFilters: ['true'], identity: 'bench'}
/** The lake searches by `text::query`; groq-js, which has none, by `match` over the same fields. */
const asLakeQuery = ({query}: Case): string =>
  query.replace('[title, keyword, pt::text(body)] match $word', '[@, _id] match text::query($word)')

async function measure(
  each: Case,
  peers: {engine: QueryEngine; bare: DatabaseSync; documents: BenchDocument[] | null},
) {
  const {engine, bare, documents} = peers
  const byId = bare.prepare('SELECT json FROM bare WHERE id = ?')
  const bySlug = bare.prepare("SELECT json FROM bare WHERE type = 'article' AND slug = ?")
  const random = createRandom(7)
  const mine: number[] = []
  const plain: number[] = []
  const read: number[] = []
  const map = new Map(documents?.map((document) => [document._id, document]))
  const runs = 300
  for (let run = 0; run < runs; run++) {
    const params = each.params(random)
    mine.push(await timed(() => engine.query({...view, query: asLakeQuery(each), params})))
    const {id, slug} = params
    const key = typeof slug === 'string' ? slug : typeof id === 'string' ? id : null
    if (each.goal?.bare && key)
      read.push(
        await timed(() => JSON.parse(String((typeof slug === 'string' ? bySlug : byId).get(key)?.['json']))),
      )
    if (documents && run % 60 === 0) {
      const dereference = async ({_ref}: {_ref: string}) => map.get(_ref) ?? null
      const evaluated = async () =>
        (await evaluate(parse(each.query, {params}), {dataset: documents, params, dereference})).get()
      plain.push(await timed(evaluated))
    }
  }
  const [a, b, c] = [mine, plain, read].map((list) =>
    list.slice(Math.floor(list.length / 10)).toSorted((x, y) => x - y),
  )
  return {mine: a ?? [], plain: b ?? [], read: c ?? []}
}

async function bench(total: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'lake-bench-'))
  const store = openStore({directory: folder})
  let isMet = true
  try {
    const filling = await timed(() => fillStore(store, total))
    const indexing = await timed(() => openSearchIndex(store).catchUp())
    console.log(
      `\n${total} documents: written in ${(filling / 1000).toFixed(1)} s, words indexed in ${(indexing / 1000).toFixed(1)} s`,
    )
    const bare = new DatabaseSync(join(folder, 'bare.sqlite'))
    bare.exec(`CREATE TABLE bare (id TEXT PRIMARY KEY, type TEXT, slug TEXT, json TEXT); ATTACH '${store.path}' AS lake;
      INSERT INTO bare SELECT id, type, json_extract(json, '$.slug.current'), json FROM lake.documents;
      CREATE INDEX bare_slug ON bare (type, slug); DETACH lake`)
    const documents =
      total > 20_000
        ? null
        : bare
            .prepare('SELECT json FROM bare ORDER BY id')
            .all()
            .map((row): BenchDocument => JSON.parse(String(row['json'])))
    const engine = createQueryEngine({storePath: store.path})
    console.log(
      'query'.padEnd(34),
      'p50 ms'.padStart(9),
      'p99 ms'.padStart(9),
      '× bare read'.padStart(14),
      'groq-js ÷ lake'.padStart(18),
    )
    for (const each of casesFor(total)) {
      const {mine, plain, read} = await measure(each, {engine, bare, documents})
      const own = percentile(mine, 0.5)
      const bareRatio = read.length > 0 ? own / percentile(read, 0.5) : null
      const plainRatio = plain.length > 0 ? percentile(plain, 0.5) / own : null
      const isGood =
        (bareRatio === null || bareRatio <= (each.goal?.bare ?? Infinity)) &&
        (plainRatio === null || total < 10_000 || plainRatio >= (each.goal?.plain ?? 0))
      isMet &&= isGood
      console.log(
        each.name.padEnd(34),
        inMs(own).padStart(9),
        inMs(percentile(mine, 0.99)).padStart(9),
        (bareRatio?.toFixed(2) ?? '–').padStart(14),
        (plainRatio?.toFixed(0) ?? '–').padStart(18),
        isGood ? '' : '  goal missed',
      )
    }
    await engine.close()
    bare.close()
  } finally {
    store.close()
    rmSync(folder, {recursive: true, force: true})
  }
  return isMet
}

const sizes = process.argv.slice(2).map(Number)
for (const total of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) await bench(total)
