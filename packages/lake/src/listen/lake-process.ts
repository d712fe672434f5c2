import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {get} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {z} from 'zod'

const place = z.object({url: z.string(), token: z.string()})
const stats = z.object({rssBytes: z.number(), sockets: z.number()})

export type LakeProcess = {
  url: string
  token: string
  mutate(mutations: unknown[], transactionId: string): Promise<void>
  stats(): Promise<z.infer<typeof stats>>
  end(): Promise<void>
}

/** Starts a lake in a process of its own, in a folder that goes with it. */
export async function startLakeProcess(): Promise<LakeProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'lake-check-'))
  const program = join(import.meta.dirname, 'lake-process.fixture.ts')
  const child = spawn(process.execPath, [program, directory], {stdio: ['pipe', 'pipe', 'inherit']})
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]()
  const line = async (): Promise<unknown> => {
    const {value, done} = await lines.next()
    if (done) throw new Error('The lake’s process ended')
    return JSON.parse(value)
  }
  const {url, token} = place.parse(await line())
  return {
    url,
    token,
    mutate: async (mutations, transactionId) => {
      const answer = await fetch(`${url}/v1/data/mutate/production`, {
        method: 'POST',
        headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
        body: JSON.stringify({mutations, transactionId}),
      })
      if (!answer.ok) throw new Error(`mutate: ${answer.status} ${await answer.text()}`)
      await answer.body?.cancel()
    },
    stats: async () => {
      child.stdin.write('stats\n')
      return stats.parse(await line())
    },
    end: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(directory, {recursive: true, force: true})
    },
  }
}

export type StreamEvent = {name: string; id: string; data: string}

/** Opens a listener's stream as a client does; `cut` breaks it off without a goodbye. */
export function openListener(
  {url, token, dataset = 'production'}: Pick<LakeProcess, 'url' | 'token'> & {dataset?: string},
  query: Record<string, string>,
  options: {lastEventId?: string; onEvent(event: StreamEvent): void},
): {cut(): void} {
  const target = `${url.replace('localhost', '127.0.0.1')}/v1/data/listen/${dataset}?${new URLSearchParams(query)}`
  const resume = options.lastEventId ? {'last-event-id': options.lastEventId} : {}
  const headers = {authorization: `Bearer ${token}`, ...resume}
  const request = get(target, {headers, agent: false}, (answer) => {
    let text = ''
    answer.setEncoding('utf8')
    answer.on('data', (chunk: string) => {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) if (!block.startsWith(':')) options.onEvent(eventOf(block))
    })
    answer.on('error', () => request.destroy())
  })
  // A cut line is what these checks are about.
  request.on('error', () => request.destroy())
  return {cut: () => request.destroy()}
}

function eventOf(block: string): StreamEvent {
  const field = (name: string): string =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? ''
  return {name: field('event'), id: field('id'), data: field('data')}
}
