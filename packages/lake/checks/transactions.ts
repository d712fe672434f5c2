/** B4: `npm run check:transactions -w packages/lake -- [transactions] [seed]`. */
import {runAgainstModel} from '../src/transact/model.fixture.ts'

const [transactions = 50_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
const startedAt = performance.now()
const report = runAgainstModel({transactions, seed})
console.log(JSON.stringify({...report, seconds: Math.round((performance.now() - startedAt) / 1000)}))
if (report.divergences.length > 0) process.exitCode = 1
