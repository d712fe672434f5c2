import {spawn, type ChildProcess} from 'node:child_process'
import {randomInt} from 'node:crypto'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {z} from 'zod'

const ready = z.object({
  ready: z.object({
    site: z.url(),
    studio: z.url(),
    lake: z.url(),
    logins: z.record(z.string(), z.url()),
    siteProcessId: z.number().int().positive(),
  }),
})

/** A Lantern as `npm start` runs it, with its own data and ports. */
export type RunningLantern = z.infer<typeof ready>['ready'] & {
  dataDir: string
  /** The settings it was started with. */
  settings: Record<string, string>
  stop(): Promise<void>
  /** Ends the desk and the lake at once, as a crash would; the site is another process and stays. */
  killDeskAndLake(): Promise<void>
}

const root = resolve(import.meta.dirname, '../../..')

/** Site, desk, lake and the lake's eight siblings. */
const portsNeeded = 11

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

/** The first of a row of free ports, below those that the system hands out, so that two checkouts can test at once. */
export async function freePorts(): Promise<number> {
  for (let first = randomInt(12_000, 30_000); ; first += portsNeeded) {
    const free = await Promise.all(Array.from({length: portsNeeded}, (_, index) => isFree(first + index)))
    if (!free.includes(false)) return first
  }
}

/** Starts `npm start`'s program on ports of its own and waits for its login links. */
export async function startLantern(): Promise<RunningLantern> {
  const firstPort = await freePorts()
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-journey-'))
  const settings = {
    LANTERN_DATA_DIR: dataDir,
    LANTERN_SITE_PORT: String(firstPort),
    LANTERN_DESK_PORT: String(firstPort + 1),
    LANTERN_LAKE_PORT: String(firstPort + 2),
  }
  const child = spawn(process.execPath, [join(root, 'apps/desk/src/commands/start.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {...process.env, ...settings},
  })
  const addresses = await firstMessage(child)
  return {
    ...addresses,
    dataDir,
    settings,
    killDeskAndLake: () => ended(child, 'SIGKILL'),
    stop: async () => {
      await ended(child, 'SIGTERM')
      rmSync(dataDir, {recursive: true, force: true})
    },
  }
}

function firstMessage(child: ChildProcess): Promise<z.infer<typeof ready>['ready']> {
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((done, reject) => {
    child.once('message', (message) => done(ready.parse(message).ready))
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`Lantern ended with code ${code} before it was ready.\n${output}`)),
    )
  })
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
    child.kill(signal)
  })
}
