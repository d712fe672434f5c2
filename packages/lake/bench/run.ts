/** `npm run bench -w packages/lake`: every `*.bench.ts` of this folder, one after the other. */
import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {join} from 'node:path'

const benches = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'))
const failed = benches.filter((name) => {
  console.log(`\n${name}`)
  return spawnSync(process.execPath, [join(import.meta.dirname, name)], {stdio: 'inherit'}).status !== 0
})
process.exitCode = failed.length === 0 ? 0 : 1
