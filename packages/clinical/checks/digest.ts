/** The long form of the properties of digest, sign-off, approval and changes: `node checks/digest.ts [runs] [seed]`. */
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

const [runs = '10000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
const root = join(import.meta.dirname, '../../..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const folders = ['digest', 'sign-off', 'approval', 'changes'].map(
  (folder) => `packages/clinical/src/${folder}`,
)

const {status} = spawnSync(process.execPath, [vitest, 'run', '--testTimeout', '600000', ...folders], {
  cwd: root,
  stdio: 'inherit',
  env: {...process.env, LANTERN_RUNS: runs, LANTERN_SEED: seed},
})
process.exit(status ?? 1)
