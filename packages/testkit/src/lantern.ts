import {spawn, type ChildProcess} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {z} from 'zod'
import {freePorts} from './free-ports.ts'

const ready = z.object({
  ready: z.object({
    site: z.url(),
    studio: z.url(),
    lake: z.url().nullable(),
    logins: z.record(z.string(), z.url()),
    siteProcessId: z.number().int().positive(),
  }),
})

type Addresses = z.infer<typeof ready>['ready']

type Program = Addresses & {
  dataDir: string
  /** The settings it was started with. */
  settings: Record<string, string>
  /** Hosts of other machines that one of its programs wanted to speak to, and could not. */
  hostsAsked(): string[]
  stop(): Promise<void>
  /** Ends the desk and the lake at once, as a crash would; the site is another process and stays. */
  killDeskAndLake(): Promise<void>
}

/** A Lantern as `npm start` runs it, with its own data and ports. */
export type RunningLantern = Omit<Program, 'lake' | 'hostsAsked'> & {lake: string}

const root = resolve(import.meta.dirname, '../../..')

/** Site, desk, lake and the lake's eight siblings. */
const portsNeeded = 11

/** Starts `npm start`'s program on ports of its own and waits for its login links. Its stop fails when it left. */
export async function startLantern(): Promise<RunningLantern> {
  const {lake, hostsAsked, ...program} = await startProgram({})
  if (lake === null) throw new Error('Expected a lake of its own.')
  const stop = async (): Promise<void> => {
    const hosts = hostsAsked()
    await program.stop()
    if (hosts.length > 0) throw new Error(`Connections left the machine, to ${hosts.join(', ')}.`)
  }
  return {...program, lake, stop}
}

/** The same program with more settings. Whatever they say, no connection leaves the machine. */
export async function startProgram(more: Record<string, string>): Promise<Program> {
  const firstPort = await freePorts(portsNeeded)
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-journey-'))
  const settings = {
    LANTERN_DATA_DIR: dataDir,
    LANTERN_SITE_PORT: String(firstPort),
    LANTERN_DESK_PORT: String(firstPort + 1),
    LANTERN_LAKE_PORT: String(firstPort + 2),
    ...more,
  }
  const asked = join(dataDir, 'hosts-asked')
  const child = spawn(process.execPath, [join(root, 'apps/desk/src/commands/start.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {...process.env, ...settings, ...watchedNode(asked)},
  })
  return {
    ...(await firstMessage(child)),
    dataDir,
    settings,
    hostsAsked: () => (existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : []),
    killDeskAndLake: () => ended(child, 'SIGKILL'),
    stop: async () => {
      await ended(child, 'SIGTERM')
      rmSync(dataDir, {recursive: true, force: true})
    },
  }
}

/** Makes every Node of the stack, those that build it included, note and refuse connections to other machines. */
function watchedNode(file: string): Record<string, string> {
  const watch = pathToFileURL(join(import.meta.dirname, 'stay.mjs')).href
  return {NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${watch}`, LANTERN_JOURNEY_LEFT: file}
}

function firstMessage(child: ChildProcess): Promise<Addresses> {
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
