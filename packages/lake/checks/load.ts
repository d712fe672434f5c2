import {mkdtempSync, rmSync} from 'node:fs'
import {Agent} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as wait} from 'node:timers/promises'
import {indexWords} from '../bench/documents.ts'
import {openSample} from './sample-store.ts'
import {ask, ended, makeTokens, startProcess, type Answered} from './lake-process.ts'
import {randomFrom} from './seed.ts'

/**
 * What the lake carries over HTTP: it is a process of its own, the clients are in this one. Long, because the five loads
 * share their clients and their tally.
 */
type Random = (below: number) => number
type Client = {port: number; token: string; agent: Agent}
/** `rounds` are seconds here. */
type Options = {rounds: number; seed: number}

const documents = 10_000

export type Latencies = {count: number; p50: number; p95: number; p99: number; longest: number}

export function latenciesOf(ms: readonly number[]): Latencies {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return {count: ms.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(0.999_999)}
}

/** A lake with its folder and its clients, for as long as the run takes. */
async function withLake<T>(
  clients: number,
  prepare: (directory: string) => void,
  run: (clients: Client[], directory: string) => Promise<T>,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'lake-load-'))
  prepare(directory)
  const tokens = makeTokens(directory, clients)
  const lake = await startProcess(directory)
  const agent = new Agent({keepAlive: true})
  try {
    return await run(
      tokens.map((token) => ({port: lake.port, token, agent})),
      directory,
    )
  } finally {
    agent.destroy()
    lake.child.kill('SIGTERM')
    await ended(lake)
    rmSync(directory, {recursive: true})
  }
}

function fill(directory: string): void {
  const {store, writer} = openSample(directory)
  const identity = {userId: 'robot', role: 'administrator'}
  const text = 'A sentence about a treatment and what it asks of a body. '.repeat(80)
  for (let made = 0; made < documents; made += 200) {
    const mutations = Array.from({length: 200}, (_, index) => {
      const number = made + index
      const slug = {_type: 'slug', current: `page-${number}`}
      return {
        create: {_id: `page-${number}`, _type: `type-${number % 20}`, title: `Knee ${number}`, slug, text},
      }
    })
    writer.mutate({dataset: 'production', body: {mutations}, identity, options: {}})
  }
  indexWords(store)
  store.close()
}

const queries: ((random: Random) => string)[] = [
  (random) => `*[_id == "page-${random(documents)}"][0]`,
  (random) => `*[_type == "type-${random(20)}"] | order(_updatedAt desc) [0...20] {_id, title}`,
  (random) => `*[_type == "type-${random(20)}" && title match "${random(500)}*"] [0...10] {_id, title}`,
]

type Tally = {ms: number[]; statuses: Record<string, number>; retryAfterMissing: number; longestMs: number}
const newTally = (): Tally => ({ms: [], statuses: {}, retryAfterMissing: 0, longestMs: 0})

/** One request, counted by its status; `reset` stands for a connection that failed. */
async function counted(tally: Tally, send: () => Promise<Answered>): Promise<number> {
  const from = performance.now()
  const answer = await send().catch(() => null)
  const took = performance.now() - from
  const status = answer?.status ?? 0
  const name = answer ? String(status) : 'reset'
  tally.statuses[name] = (tally.statuses[name] ?? 0) + 1
  tally.longestMs = Math.max(tally.longestMs, Math.round(took))
  if (status === 200) tally.ms.push(took)
  if ((status === 429 || status === 503) && !answer?.retryAfter) tally.retryAfterMissing += 1
  return status
}

const queryPath = (query: string): string =>
  `/v2025-02-19/data/query/production?query=${encodeURIComponent(query)}`

/** Fifty clients of one address stay just below what the lake lets an address ask in a second. */
const askEveryMs = 110

async function readUntil(client: Client, end: number, random: Random, tally: Tally): Promise<void> {
  await wait(random(askEveryMs))
  while (performance.now() < end) {
    const from = performance.now()
    const query = queries[random(queries.length)]?.(random) ?? '*[0]'
    await counted(tally, () => ask({...client, path: queryPath(query)}))
    await wait(Math.max(0, from + askEveryMs - performance.now()))
  }
}

/** L3: 10,000 documents, 50 clients that read by id, lists and searches, 450 times a second. */
export function read({rounds: seconds, seed}: Options): Promise<object> {
  const random = randomFrom(seed)
  return withLake(50, fill, async (clients) => {
    const tally = newTally()
    const end = performance.now() + seconds * 1000
    await Promise.all(clients.map((client) => readUntil(client, end, random, tally)))
    const {statuses} = tally
    return {
      clients: clients.length,
      ...latenciesOf(tally.ms),
      statuses,
      perSecond: Math.round(tally.ms.length / seconds),
    }
  })
}

const selfJoin = `count(*[count(*[count(*[title > ^.title && _id != ^.^._id]) > 3 && title > ^.title]) > 3])`

/** L11: the same beside five clients whose queries have no end. */
export function readBesideJoins({rounds: seconds, seed}: Options): Promise<object> {
  const random = randomFrom(seed)
  return withLake(55, fill, async (clients) => {
    const [readers, joins] = [newTally(), newTally()]
    const end = performance.now() + seconds * 1000
    const askForJoins = async (client: Client): Promise<void> => {
      while (performance.now() < end) await counted(joins, () => ask({...client, path: queryPath(selfJoin)}))
    }
    await Promise.all([
      ...clients.slice(5).map((client) => readUntil(client, end, random, readers)),
      ...clients.slice(0, 5).map(askForJoins),
    ])
    const {statuses} = readers
    return {...latenciesOf(readers.ms), statuses, joins: joins.statuses, longestJoinMs: joins.longestMs}
  })
}

export type EditResult = Latencies & {
  editors: number
  statuses: Record<string, number>
  acknowledged: number
  stored: number
  inOrder: boolean
}

/** L4: ten editors, 25 mutations a second each, on documents of their own. */
export function edit({rounds: seconds, seed}: Options): Promise<EditResult> {
  const editors = 10
  const everyMs = 40
  const writeAll = async (
    client: Client,
    name: string,
    tally: Tally,
    acknowledged: string[],
  ): Promise<void> => {
    const path = '/v2025-02-19/data/mutate/production'
    const id = `drafts.${name}`
    await counted(tally, () =>
      ask({...client, path, method: 'POST', body: {mutations: [{create: {_id: id, _type: 'page', n: 0}}]}}),
    )
    const from = performance.now()
    for (let number = 1; number <= (seconds * 1000) / everyMs; number++) {
      const transactionId = `${name}-${number}`
      const mutations = [{patch: {id, inc: {n: 1}, set: {text: `Sentence ${number} of ${seed}`}}}]
      const status = await counted(tally, () =>
        ask({...client, path, method: 'POST', body: {transactionId, mutations}}),
      )
      if (status === 200) acknowledged.push(transactionId)
      await wait(Math.max(0, from + number * everyMs - performance.now()))
    }
  }
  return withLake(
    editors,
    () => {},
    async (clients, directory) => {
      const tally = newTally()
      const acknowledged: string[][] = clients.map(() => [])
      await Promise.all(
        clients.map((client, index) => writeAll(client, `editor-${index}`, tally, acknowledged[index] ?? [])),
      )
      const stored = countStored(directory, acknowledged)
      return {
        editors,
        ...latenciesOf(tally.ms),
        statuses: tally.statuses,
        acknowledged: acknowledged.flat().length,
        ...stored,
      }
    },
  )
}

/** By the log of the store: every acknowledged transaction is there, and each editor's are in their order. */
function countStored(
  directory: string,
  acknowledged: readonly string[][],
): {stored: number; inOrder: boolean} {
  // A second reader beside the running lake, as `lake verify` is one.
  const db = new DatabaseSync(join(directory, 'lake.sqlite'), {readOnly: true})
  const seq = db.prepare("SELECT seq FROM transactions WHERE dataset = 'production' AND id = ?")
  const places = acknowledged.map((ids) => ids.map((id) => Number(seq.get(id)?.['seq'] ?? 0)))
  db.close()
  return {
    stored: places.flat().filter((place) => place > 0).length,
    inOrder: places.every((own) => own.every((place, index) => index === 0 || place > (own[index - 1] ?? 0))),
  }
}

/** L8: far more than the lake carries; it refuses what it cannot do, with when to come again, and is itself soon after. */
export function flood({rounds: seconds, seed}: Options): Promise<object> {
  const random = randomFrom(seed)
  const heavy = 'count(*[text match "treatment" && title match "Knee*"])'
  return withLake(20, fill, async (clients) => {
    const calm = newTally()
    const [first] = clients
    if (!first) throw new Error('No client')
    await readUntil(first, performance.now() + 2000, random, calm)
    const tally = newTally()
    const end = performance.now() + seconds * 1000
    const flooding = Array.from({length: 400}, async (_, index) => {
      const client = clients[index % clients.length] ?? first
      while (performance.now() < end) {
        const status = await counted(tally, () => ask({...client, path: queryPath(heavy)}))
        if (status !== 200) await wait(20)
      }
    })
    await Promise.all(flooding)
    const from = performance.now()
    const normal = latenciesOf(calm.ms).p95 * 2
    let normalAfterMs = 0
    for (let quick = 0; quick < 10;) {
      const asked = performance.now()
      const status = await counted(newTally(), () =>
        ask({...first, path: queryPath('*[_id == "page-1"][0]._id')}),
      )
      quick = status === 200 && performance.now() - asked <= normal ? quick + 1 : 0
      normalAfterMs = Math.round(performance.now() - from)
      if (normalAfterMs > 30_000) break
    }
    const {statuses, retryAfterMissing, longestMs} = tally
    return {
      clients: 400,
      calm: latenciesOf(calm.ms),
      ...latenciesOf(tally.ms),
      statuses,
      retryAfterMissing,
      longestMs,
      normalAfterMs,
    }
  })
}
