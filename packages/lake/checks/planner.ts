import {comparePlannedWithPlain} from '../src/query/planned-against-plain.fixture.ts'

/** `node packages/lake/checks/planner.ts [queries] [seed]`: the planner against plain groq-js, 100,000 queries by default. */
const [queries = '100000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
const startedAt = performance.now()
const compared = comparePlannedWithPlain({queries: Number(queries), seed: Number(seed)})
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(`planned = plain for ${compared} queries, 0 differ, seed ${seed}, ${seconds} s`)
