import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {projectRoot} from '../env.ts'

/** `npm run bench`: the benchmarks of every workspace that has some, one after the other. */
const {status} = spawnSync('npm', ['run', 'bench', '--workspaces', '--if-present'], {
  cwd: join(projectRoot),
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
