/**
 * What a mutation costs beside a bare durable commit of the same 5 kB, in the same run: `node bench/mutate.bench.ts [rounds]`.
 * The two take turns, so that a disk that slows down slows both.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {startLake} from '../src/index.ts'

const rounds = Number(process.argv[2] ?? 1500)
const warmUp = 200

/** About 5 kB, twelve blocks of text and one reference, as an editor's page has. */
function page(number: number): Record<string, unknown> {
  const text = `Sentence ${number} about a treatment and what it asks of a body. `.repeat(5).slice(0, 270)
  const body = Array.from({length: 12}, (_, index) => ({
    _type: 'block',
    _key: `k${index}`,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: `s${index}`, marks: [], text}],
  }))
  return {_type: 'page', title: `Page ${number}`, slug: {_type: 'slug', current: `page-${number}`}, body}
}

function openBare(directory: string): (number: number) => void {
  const db = new DatabaseSync(join(directory, 'bare.sqlite'))
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE pages (id TEXT PRIMARY KEY, json TEXT)',
  )
  const insert = db.prepare('INSERT INTO pages (id, json) VALUES (?, ?)')
  return (number) => void insert.run(`bare-${number}`, JSON.stringify(page(number)))
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN

const directory = mkdtempSync(join(tmpdir(), 'lake-bench-'))
const lake = await startLake({
  directory: join(directory, 'lake'),
  port: 0,
  streamPorts: [],
  projectId: 'bench',
  datasets: [{name: 'production'}],
  allowedOrigins: [],
  roles: {robot: {title: 'Robot', grants: [{filter: 'true', permissions: ['read', 'create', 'update']}]}},
  users: [],
  webhooks: [],
})
const bare = openBare(directory)
const identity = {userId: 'robot-bench', role: 'robot'}
const write = (mutation: Record<string, unknown>): void =>
  void lake.context.writer.mutate({
    dataset: 'production',
    body: {mutations: [mutation]},
    identity,
    options: {},
  })

const cases: Record<string, (number: number) => void> = {
  'bare SQLite commit': bare,
  'mutate: create': (number) => write({create: {_id: `page-${number}`, ...page(number)}}),
  'mutate: patch of a sentence': (number) =>
    write({patch: {id: `page-${number}`, set: {'body[_key=="k3"].children[0].text': `New ${number}`}}}),
}
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, [] as number[]]))
for (let number = 0; number < rounds + warmUp; number++) {
  for (const [name, run] of Object.entries(cases)) {
    const from = performance.now()
    run(number)
    if (number >= warmUp) times[name]?.push(performance.now() - from)
  }
}
const base = percentile(times['bare SQLite commit'] ?? [], 0.5)
console.table(
  Object.entries(times).map(([name, taken]) => ({
    [`${rounds} rounds`]: name,
    'p50 ms': percentile(taken, 0.5).toFixed(3),
    'p99 ms': percentile(taken, 0.99).toFixed(3),
    'p50 / bare': (percentile(taken, 0.5) / base).toFixed(2),
  })),
)
await lake.stop()
rmSync(directory, {recursive: true})
