import {parseArgs} from 'node:util'
import {lineOf} from './hostile/report.ts'
import {rows} from './hostile/rows.ts'

/** The long form of the checks of hostile input: `node packages/lake/checks/hostile.ts [--row B5] [--count N] [--seed N]`. */
const {values} = parseArgs({
  options: {row: {type: 'string'}, count: {type: 'string'}, seed: {type: 'string', default: '20261124'}},
})
const seed = Number(values.seed)
let failed = 0
for (const {id, check, long} of rows) {
  if (values.row !== undefined && values.row !== id) continue
  const report = await check({count: Number(values.count ?? long), seed})
  console.log(lineOf(report, seed))
  for (const each of report.failures.slice(0, 20)) console.log(`  ${each}`)
  failed += report.failures.length
}
process.exit(failed === 0 ? 0 : 1)
