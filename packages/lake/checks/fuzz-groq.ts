import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {systemClock} from '../src/clock.ts'
import {ensureDataset} from '../src/project/datasets.ts'
import {createQueryEngine} from '../src/query/engine.ts'
import {fuzz} from '../src/query/fuzz.fixture.ts'
import {openStore} from '../src/store/store.ts'
import {createWriter} from '../src/transact/transact.ts'

/** `node packages/lake/checks/fuzz-groq.ts [queries] [seed]`: fuzzed GROQ over 20 documents, 100,000 by default (row B1). */
const [queries = '100000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
const directory = mkdtempSync(join(tmpdir(), 'lake-fuzz-'))
const store = openStore({directory})
ensureDataset(store, systemClock, {name: 'small'})
const writer = createWriter({store, clock: systemClock, rules: {permit: () => null}, selectIds: () => []})
const mutations = Array.from({length: 20}, (_, n) => ({
  create: {_id: `d${n}`, _type: n % 2 ? 'x' : 'y', n, title: `Title ${n}`, author: {_ref: 'd0'}},
}))
writer.mutate({dataset: 'small', identity: {userId: 'me', role: 'me'}, body: {mutations}, options: {}})
const engine = createQueryEngine({storePath: store.path})
const {crashes, ...counts} = await fuzz(engine, {queries: Number(queries), seed: Number(seed)})
console.log(`${JSON.stringify(counts)}, ${crashes.length} crashes, seed ${seed}`)
for (const crash of crashes.slice(0, 20)) console.log(crash)
await engine.close()
store.close()
rmSync(directory, {recursive: true, force: true})
process.exitCode = crashes.length > 0 ? 1 : 0
