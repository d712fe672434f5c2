import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {Agent, request} from 'node:http'
import {join} from 'node:path'
import {tokensOf} from '../src/cli/tokens-of.ts'
import {standardRoles} from '../src/cli/roles.ts'
import {openStore} from '../src/store/store.ts'

export const program = join(import.meta.dirname, '../src/cli/main.ts')

/** Tokens for programs that write; made before the lake starts, since it holds the folder then. */
export function makeTokens(directory: string, count: number): string[] {
  const store = openStore({directory})
  try {
    const tokens = tokensOf(store, standardRoles)
    return Array.from({length: count}, (_, index) => tokens.issueToken(`writer ${index}`, 'administrator'))
  } finally {
    store.close()
  }
}

export type LakeProcess = {child: ChildProcess; port: number; firstAnswerMs: number}

/** Starts `lake start` as a process of its own; resolves with its first 200. Throws what it said when it ends instead. */
export async function startProcess(directory: string, more: string[] = []): Promise<LakeProcess> {
  const from = performance.now()
  const args = [program, 'start', '--data', directory, '--port', '0', '--quiet', ...more]
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe']})
  let [said, complaint] = ['', '']
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Lake at http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (found) resolve(Number(found))
    })
    child.once('exit', (code) => reject(new Error(`lake start ended with ${code}: ${complaint}`)))
  })
  const {status} = await ask({port, path: '/healthz'})
  if (status !== 200) throw new Error(`The lake answered ${status} at first`)
  return {child, port, firstAnswerMs: performance.now() - from}
}

export type Ask = {port: number; path: string; method?: string; token?: string; body?: unknown; agent?: Agent}
export type Answered = {status: number; body: string; retryAfter: string | undefined}

/** One request. Rejects with the system's error when the connection fails or ends before the answer did. */
export function ask({port, path, method = 'GET', token, body, agent}: Ask): Promise<Answered> {
  const headers = {
    ...(token ? {authorization: `Bearer ${token}`} : {}),
    ...(body === undefined ? {} : {'content-type': 'application/json'}),
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      {host: '127.0.0.1', port, path, method, headers, agent: agent ?? false},
      (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
        answer.on('error', reject)
        answer.on('end', () => {
          if (!answer.complete) return reject(new Error('The answer was cut'))
          resolve({status: answer.statusCode ?? 0, body: text, retryAfter: answer.headers['retry-after']})
        })
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** A transaction of two documents, which must be there both or not at all. */
export function writePair(
  target: {port: number; token: string; agent: Agent},
  transactionId: string,
): Promise<Answered> {
  const mutations = ['one', 'two'].map((half) => ({
    create: {_id: `${transactionId}-${half}`, _type: 'note', text: 'x'.repeat(1500)},
  }))
  const path = '/v2025-02-19/data/mutate/production'
  return ask({...target, path, method: 'POST', body: {transactionId, mutations}})
}

export async function ended({child}: LakeProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
