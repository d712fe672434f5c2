import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ask, ended, makeTokens, startProcess} from '../checks/lake-process.ts'
import {openListener} from '../src/listen/lake-process.ts'
import {seededRandom} from '../src/seeded-random.fixture.ts'
import {openStore} from '../src/store/store.ts'
import {fillStore, indexWords} from './documents.ts'

/**
 * `node packages/lake/bench/whole-lake.bench.ts [documents]`: a lake in a process of its own over a store of 100,000
 * documents: start to the first answer, memory after many kinds of queries, and mutate to the listener's event.
 */
const total = Number(process.argv[2] ?? 100_000)
const directory = mkdtempSync(join(tmpdir(), 'lake-whole-'))
const random = seededRandom(3)
const below = (most: number): number => Math.floor(random() * most)

const percentile = (values: readonly number[], share: number): string =>
  (values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0).toFixed(1)

function memoryMb(pid: number | undefined): {now: number; most: number} {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  return {now: of('VmRSS'), most: of('VmHWM')}
}

const queries = [
  () => `*[_id == "document-${below(total / 2)}"][0]`,
  () => `*[_type == "article" && slug.current == "page-${below(total / 2) * 10}"][0]`,
  () => '*[_type == "article"] | order(publishedAt desc)[0...20]{title, "author": author->name}',
  () => `*[references("author-${below(total / 50)}")]{_id, title}`,
  () => `*[[@, _id] match text::query("name${below(total / 20)}")]{_id, title}`,
  () => '*[_type == "category"][0...20]{_id, "n": count(*[references(^._id)])}',
]

function fill(): string {
  const store = openStore({directory})
  fillStore(store, total)
  indexWords(store)
  store.close()
  return makeTokens(directory, 1)[0] ?? ''
}

const token = fill()
const from = performance.now()
const lake = await startProcess(directory, ['--dataset', 'bench'])
const {port, child} = lake
const query = (text: string) =>
  ask({port, token, path: `/v2025-02-19/data/query/bench?query=${encodeURIComponent(text)}`})
const first = await query('*[_id == "document-1"][0]')
console.log(
  `${total} documents: start of the process to the first answer ${Math.round(performance.now() - from)} ms (${first.status})`,
)
console.log(`memory at start ${memoryMb(child.pid).now} MB`)

const times: number[] = []
for (let round = 0; round < 1200; round++) {
  const startedAt = performance.now()
  const {status} = await query(queries[round % queries.length]?.() ?? '*[0]')
  if (status !== 200) throw new Error(`answered ${status}`)
  times.push(performance.now() - startedAt)
}
const {now, most} = memoryMb(child.pid)
console.log(
  `1,200 queries over HTTP: p50 ${percentile(times, 0.5)} ms, p99 ${percentile(times, 0.99)} ms; memory ${now} MB, at most ${most} MB`,
)

const heard = new Map<string, number>()
await new Promise<void>((resolve) => {
  openListener(
    {url: `http://localhost:${port}`, token, dataset: 'bench'},
    {query: '*'},
    {
      onEvent: ({name, data}) => {
        if (name === 'welcome') resolve()
        if (name === 'mutation') heard.set(JSON.parse(data).transactionId, performance.now())
      },
    },
  )
})
const lag: number[] = []
for (let round = 0; round < 80; round++) {
  const transactionId = `listened-${round}`
  const sentAt = performance.now()
  const body = {transactionId, mutations: [{patch: {id: `document-${round}`, set: {views: round}}}]}
  await ask({port, token, path: '/v1/data/mutate/bench', method: 'POST', body})
  while (!heard.has(transactionId)) await new Promise((resolve) => setTimeout(resolve, 1))
  lag.push((heard.get(transactionId) ?? 0) - sentAt)
}
console.log(`mutate sent → listener heard: p50 ${percentile(lag, 0.5)} ms, p99 ${percentile(lag, 0.99)} ms`)
child.kill('SIGTERM')
await ended(lake)
rmSync(directory, {recursive: true, force: true})
