import {createServer, type RequestListener, type Server} from 'node:http'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {readEnv} from '../env.ts'
import {answerChanges, type ChangesParts} from './answer-changes.ts'

let server: Server
let answer: RequestListener
let asked: {url: string | undefined; authorization: string | undefined}[]
let parts: ChangesParts

beforeEach(async () => {
  asked = []
  answer = (_request, response) => {
    response.writeHead(200, {'content-type': 'text/event-stream; charset=utf-8'})
    response.write('data: {"tags":["s1:production"]}\n\n')
  }
  server = createServer((request, response) => {
    asked.push({url: request.url, authorization: request.headers.authorization})
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const env = readEnv({SANITY_API_HOST: `http://127.0.0.1:${port}`, SANITY_PREVIEW_TOKEN: 'the token'})
  parts = {env, isPreviewing: true, log: () => {}}
})

afterEach(() => {
  server.close()
  server.closeAllConnections()
})

function ask(signal?: AbortSignal): Promise<Response> {
  return answerChanges(
    new Request('http://site.test/api/draft-mode/changes', {signal: signal ?? null}),
    parts,
  )
}

describe('the changes that a preview follows', () => {
  test('come through as they come, uncompressed and kept by nobody, and the token stays with the server', async () => {
    const response = await ask()
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('private, no-store, no-transform')
    const first = await response.body?.getReader().read()
    expect(new TextDecoder().decode(first?.value)).toContain('s1:production')
    expect(JSON.stringify([...response.headers])).not.toContain('the token')
    expect(asked).toEqual([
      {
        url: '/v2025-02-19/data/live/events/production?includeDrafts=true',
        authorization: 'Bearer the token',
      },
    ])
  })

  test('are let go at the backend when the browser leaves', async () => {
    const left = new Promise<string>((done) => {
      const open = answer
      answer = (request, response) => {
        response.once('close', () => done('let go'))
        open(request, response)
      }
    })
    const browser = new AbortController()
    await ask(browser.signal)
    browser.abort()
    expect(await left).toBe('let go')
  })

  test('are told to no browser that is not in preview, and the backend is not asked', async () => {
    parts = {...parts, isPreviewing: false}
    expect((await ask()).status).toBe(401)
    expect(asked).toEqual([])
  })

  const troubles: [string, RequestListener][] = [
    ['refuses', (_request, response) => void response.writeHead(401).end()],
    [
      'answers with a page',
      (_request, response) => void response.setHeader('content-type', 'text/html').end('<p>'),
    ],
    [
      'sends elsewhere',
      (_request, response) => void response.writeHead(307, {location: 'http://127.0.0.1:1/'}).end(),
    ],
    ['breaks off', (request) => void request.socket.resetAndDestroy()],
  ]
  test.each(troubles)('cannot be followed while the backend %s', async (_, trouble) => {
    answer = trouble
    const response = await ask()
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
  })
})
