import {createClient, type SanityClient} from '@sanity/client'
import {mkdtempSync, rmSync} from 'node:fs'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {startLake, type Lake, type LakeConfig} from '../index.ts'

export const studioOrigin = 'http://localhost:3334'

/** A whole lake of its own for one test file, on free ports and in a folder that goes with it. */
export async function startTestLake(
  more: Partial<LakeConfig> = {},
): Promise<{lake: Lake; client(role: string): SanityClient; end(): Promise<void>}> {
  const directory = mkdtempSync(join(tmpdir(), 'lake-'))
  const lake = await startLake({
    directory,
    port: 0,
    streamPorts: [0, 0],
    projectId: 'lantern',
    datasets: [{name: 'production'}],
    allowedOrigins: [studioOrigin],
    roles: {
      administrator: {
        title: 'Administrator',
        administers: true,
        grants: [{filter: 'true', permissions: ['read', 'create', 'update', 'history']}],
      },
      editor: {
        title: 'Editor',
        grants: [
          {filter: '_type != "secret"', permissions: ['read']},
          {filter: '_type == "article"', permissions: ['create', 'update']},
        ],
      },
    },
    users: [{id: 'ada', name: 'Ada', email: 'ada@lantern.example', role: 'editor'}],
    webhooks: [],
    ...more,
    // A test sends in a second what a person sends in an hour.
    limits: {
      requestsPerSecond: 100_000,
      anonymousPerSecond: 100_000,
      writesPerSecond: 100_000,
      writeBurst: 100_000,
      guessesPerMinute: 100_000,
      ...more.limits,
    },
  })
  return {
    lake,
    client: (role) =>
      createClient({
        apiHost: lake.url,
        useProjectHostname: false,
        projectId: 'lantern',
        dataset: 'production',
        apiVersion: '2025-02-19',
        token: lake.issueToken('test', role),
        useCdn: false,
      }),
    end: async () => {
      await lake.stop()
      rmSync(directory, {recursive: true, force: true})
    },
  }
}

/** A request with any header, also those that fetch sets itself. */
export function ask(
  lake: Lake,
  path: string,
  options: {
    headers?: Record<string, string>
    method?: string
    body?: string | Uint8Array
    port?: number
  } = {},
): Promise<{status: number; headers: NodeJS.Dict<string | string[]>; body: string}> {
  const {headers = {}, method = 'GET', body, port = lake.port} = options
  return new Promise((resolve, reject) => {
    const sent = request({host: '127.0.0.1', port, path, method, headers, agent: false}, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        // An event stream has no end; its first words are the answer.
        if (answer.headers['content-type']?.startsWith('text/event-stream')) sent.destroy()
      })
      answer.on('close', () => resolve({status: answer.statusCode ?? 0, headers: answer.headers, body: text}))
    })
    sent.on('error', (error) => (sent.destroyed ? undefined : reject(error)))
    sent.end(body)
  })
}
