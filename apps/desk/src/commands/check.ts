import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {projectRoot} from '../env.ts'

/** `npm run check`: lint, format, types, dependency direction and dead code; all of them, then the verdict. */
const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['lint', 'oxlint', '.'],
  ['format', 'oxfmt', '--check', '.'],
  ['types', 'turbo', 'run', 'typecheck', '--output-logs=errors-only'],
  [
    'dependency direction',
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'apps',
    'packages',
    'sanity-studio',
  ],
  ['dead code', 'knip'],
]

const failed = checks.filter(([name, command, ...args]) => {
  console.log(`\n— ${name}`)
  const {status} = spawnSync(join(projectRoot, 'node_modules/.bin', command), args, {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  return status !== 0
})
console.log(
  failed.length === 0
    ? '\nAll checks passed.'
    : `\nNot in order: ${failed.map(([name]) => name).join(', ')}.`,
)
process.exit(failed.length === 0 ? 0 : 1)
