import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {projectRoot} from './env.ts'

/**
 * Builds the Studio and the site where their sources changed; turbo keeps the results of earlier builds. Throws an
 * Error when a build fails; its own output stands on the terminal by then.
 */
export function buildApps(): Promise<void> {
  return new Promise((resolve, reject) => {
    const turbo = join(projectRoot, 'node_modules', '.bin', 'turbo')
    const args = [
      'run',
      'build',
      '--filter=@lantern/web',
      '--filter=@lantern/studio',
      '--output-logs=errors-only',
    ]
    const child = spawn(turbo, args, {
      cwd: projectRoot,
      env: {...process.env, TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1'},
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The build ended with code ${code}; what went wrong stands above.`))
    })
  })
}
