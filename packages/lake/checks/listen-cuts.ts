/** F12: `npm run check:listen-cuts -w packages/lake -- [seconds] [cut every ms] [seed]`. */
import {runCuts} from '../src/listen/cuts.fixture.ts'

const [seconds = 600, cutEveryMs = 5000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
const report = await runCuts({seconds, perSecond: 10, cutEveryMs, seed})
console.log(JSON.stringify(report))
if (report.equal !== report.cuts || report.double + report.brokenChains > 0) process.exitCode = 1
