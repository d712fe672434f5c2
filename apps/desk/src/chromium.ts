import {chromium} from '@playwright/test'
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {projectRoot} from './env.ts'

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

function found(): string | null {
  const given = process.env['CHROMIUM_PATH']
  if (given) return existsSync(given) ? given : null
  return [...systemPaths, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, {cwd: projectRoot, stdio: 'inherit'}).status === 0
}

/** Debian's package, which is what a machine without access to browser downloads has; needs root. */
function installFromDebian(): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false
  return (
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  )
}

/**
 * The path of a Chromium on this machine; one is installed when there is none, from Debian or by Playwright. Throws an
 * Error that says what can be done when neither works.
 */
export function requireChromium(say: (line: string) => void): string {
  const present = found()
  if (present) return present
  say('Installing Chromium for the browser journeys …')
  const playwright = join(projectRoot, 'node_modules/.bin/playwright')
  if (!installFromDebian()) run(playwright, ['install', 'chromium'])
  const installed = found()
  if (installed) return installed
  throw new Error('The browser journeys need Chromium: install it, and name its path in CHROMIUM_PATH.')
}
