import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {systemClock} from '../clock.ts'
import {ensureDataset} from '../project/datasets.ts'
import {openStore, type Store} from '../store/store.ts'
import {createWriter} from '../transact/transact.ts'
import {createQueryEngine, type QueryEngine} from './engine.ts'
import {fuzz} from './fuzz.fixture.ts'
import {scanQuery} from './scan.ts'

let folder: string
let store: Store
let engine: QueryEngine
const view = {dataset: 'production', perspective: ['raw'], readFilters: ['true'], identity: 'me', params: {}}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-hostile-'))
  store = openStore({directory: folder})
  const writer = createWriter({store, clock: systemClock, rules: {permit: () => null}, selectIds: () => []})
  const write = (dataset: string, total: number): void => {
    ensureDataset(store, systemClock, {name: dataset})
    const mutations = Array.from({length: total}, (_, n) => ({
      create: {_id: `d${n}`, _type: n % 2 ? 'x' : 'y', n, title: `Title ${n}`, author: {_ref: 'd0'}},
    }))
    writer.mutate({dataset, identity: {userId: 'me', role: 'me'}, body: {mutations}, options: {}})
  }
  write('production', 300)
  write('small', 20)
  engine = createQueryEngine({storePath: store.path, deadlineMs: 400})
})
afterAll(async () => {
  await engine.close()
  store.close()
  rmSync(folder, {recursive: true, force: true})
})

it('a fuzzed query ends in a result or in an error that says what was expected', async () => {
  const seed = Date.now() % 2 ** 31
  const {crashes, ...counts} = await fuzz(engine, {queries: 3000, seed})
  console.log(`fuzzed GROQ: ${JSON.stringify(counts)}, ${crashes.length} crashes, seed ${seed}`)
  expect(crashes).toEqual([])
  expect(counts.answered).toBeGreaterThan(300)
  expect(counts.refused).toBeGreaterThan(300)
}, 60_000)

describe('a bomb', () => {
  const bombs: [string, string][] = [
    ['brackets', '('.repeat(5000)],
    ['negations', '!'.repeat(20_000)],
    ['attributes', `@${'.a'.repeat(20_000)}`],
    ['additions', `1${'+1'.repeat(20_000)}`],
    ['dereferences', `*${'->a'.repeat(20_000)}`],
    ['filters', `*${'[a]'.repeat(5000)}`],
    ['projections', `*${'{a}'.repeat(5000)}`],
    ['strings', `"${'a'.repeat(70_000)}"`],
    ['commas', `[${'1,'.repeat(40_000)}1]`],
    ['pipes', `*${'|order(a)'.repeat(5000)}`],
  ]
  it.each(bombs)('of %s is refused by the pre-scan within 20 ms', (_, bomb) => {
    // The quickest of three: another program of this machine may run in the middle of one.
    const times = [1, 2, 3].map(() => {
      const startedAt = performance.now()
      expect(() => scanQuery(bomb)).toThrow('expected at most')
      return performance.now() - startedAt
    })
    expect(Math.min(...times)).toBeLessThan(20)
  })

  const loops: [string, string][] = [
    [
      'joins everything with itself',
      'count(*[count(*[count(*[n > ^.n && n != ^.^.n]) > 3 && n > ^.n]) > 3])',
    ],
    ['multiplies its result', '*{"a": *{"b": *{"c": *}}}'],
    [
      'grows a text',
      '{"a": array::join(*.title, "")}{"a": a+a+a+a+a+a+a+a}{"a": a+a+a+a+a+a+a+a}{"a": a+a+a+a+a+a+a+a}{"a": a+a+a+a+a+a+a+a}{"a": a+a+a+a+a+a+a+a}{"a": a+a+a+a+a+a+a+a}.a',
    ],
    [
      'nests lists that are written out',
      `[1,2,3,4,5,6,7,8,9]${'[count([1,2,3,4,5,6,7,8,9]'.repeat(12)}${') > 0]'.repeat(12)}`,
    ],
  ]
  it.each(loops)(
    'that %s ends with its worker, and others are answered meanwhile',
    async (_, query) => {
      const bomb = engine.query({...view, query}).then(
        () => 'answered',
        (error: unknown) => String(error),
      )
      const startedAt = performance.now()
      await engine.query({...view, query: '*[_id == "d1"][0]'})
      expect(performance.now() - startedAt).toBeLessThan(200)
      await expect(engine.query({...view, query: 'count(*[n > 10])'})).resolves.toMatchObject({result: '289'})
      expect(await bomb).toMatch(/took longer|more memory|expected a result|Invalid string length|at most/)
    },
    20_000,
  )

  it('holds nobody up who asks for something else, however often it comes', async () => {
    const query = 'count(*[count(*[count(*[n > ^.n && n != ^.^.n]) > 3 && n > ^.n]) > 3])'
    const endless = Array.from({length: 5}, () => engine.query({...view, query}).catch(() => null))
    const times: number[] = []
    for (let round = 0; round < 5; round++) {
      const startedAt = performance.now()
      await engine.query({...view, query: 'count(*[n > 10])'})
      times.push(performance.now() - startedAt)
    }
    // Whoever had to wait would wait for a deadline of 400 ms each time.
    expect(times.toSorted((one, other) => one - other)[2]).toBeLessThan(300)
    await Promise.all(endless)
  }, 20_000)

  it('does not leave its memory behind', async () => {
    const before = process.memoryUsage().rss
    for (let round = 0; round < 5; round++) {
      await engine.query({...view, query: '*{"a": *{"b": *{"c": *}}}'}).catch(() => null)
    }
    await engine.query({...view, query: 'count(*[n > 10])'})
    expect(process.memoryUsage().rss - before).toBeLessThan(250_000_000)
  }, 20_000)
})
