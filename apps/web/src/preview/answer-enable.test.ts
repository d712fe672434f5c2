import {mkdtemp, rm} from 'node:fs/promises'
import {createServer, type Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {askLake} from '../content/lake.ts'
import {readEnv} from '../env.ts'
import {answerEnable, type EnableParts} from './answer-enable.ts'
import {createUsedSecrets} from './used-secrets.ts'

const secret = 'A'.repeat(43)
let server: Server
let folder: string
let result: unknown
let asked: {query: string; params: unknown; address: string}[]
let begun: number
let parts: EnableParts

beforeEach(async () => {
  asked = []
  begun = 0
  result = {ageS: 5}
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    asked.push({...JSON.parse(body), address: request.url ?? ''})
    response.end(JSON.stringify({result}))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const env = readEnv({SANITY_API_HOST: `http://127.0.0.1:${port}`, SANITY_READ_TOKEN: 't'})
  folder = await mkdtemp(join(tmpdir(), 'used-'))
  parts = {
    ask: (question) => askLake(env, question),
    used: createUsedSecrets(folder, 1_200_000),
    isPreviewing: false,
    begin: async () => void (begun += 1),
    log: () => {},
  }
})

afterEach(async () => {
  server.close()
  server.closeAllConnections()
  await rm(folder, {recursive: true})
})

function open(given: string | null = secret, path: string | null = '/articles/a'): Promise<Response> {
  const url = new URL('http://site.test/api/draft-mode/enable')
  if (given !== null) url.searchParams.set('sanity-preview-secret', given)
  if (path !== null) url.searchParams.set('sanity-preview-pathname', path)
  return answerEnable(url, parts)
}

describe('a secret of the Studio', () => {
  test('opens the preview once, and leads to the page', async () => {
    const first = await open()
    expect([first.status, first.headers.get('location'), begun]).toEqual([307, '/articles/a', 1])
    expect((await open()).status).toBe(401)
    expect(begun).toBe(1)
  })

  test('opens it once also when it comes twenty times at once', async () => {
    const statuses = await Promise.all(Array.from({length: 20}, async () => (await open()).status))
    expect(statuses.filter((status) => status === 307)).toHaveLength(1)
    expect(begun).toBe(1)
  })

  test('stays used for the next process', async () => {
    await open()
    parts = {...parts, used: createUsedSecrets(folder, 1_200_000)}
    expect((await open()).status).toBe(401)
  })

  test('is asked for by parameter and among drafts', async () => {
    await open()
    expect(asked[0]?.params).toEqual({secret})
    expect(asked[0]?.query).not.toContain(secret)
    expect(asked[0]?.address).toContain('perspective=raw')
  })

  test.each([
    ['a second over ten minutes', {ageS: 601}],
    ['an hour', {ageS: 3_599}],
    ['a time to come', {ageS: -1}],
    ['none, because nobody made it', null],
  ])('opens nothing at an age of %s', async (_, answer) => {
    result = answer
    expect((await open()).status).toBe(401)
    expect(begun).toBe(0)
  })

  test.each([null, '', ' ', 'short', '*', `${secret}\n`, 'B'.repeat(129)])(
    'is not even asked for when it is %j',
    async (given) => {
      expect((await open(given)).status).toBe(401)
      expect(asked).toEqual([])
    },
  )

  test('opens nothing while the backend cannot be asked, and may come again', async () => {
    result = {ageS: 'long ago'}
    expect((await open()).status).toBe(503)
    result = {ageS: 5}
    expect((await open()).status).toBe(307)
  })
})

test('a path that leads elsewhere is refused, and the secret stays good', async () => {
  expect((await open(secret, '/.//evil.example')).status).toBe(400)
  expect((await open(secret, null)).headers.get('location')).toBe('/')
})

test('a browser that is in preview already is led on and given nothing', async () => {
  parts = {...parts, isPreviewing: true}
  expect((await open(null)).headers.get('location')).toBe('/articles/a')
  expect((await open(null, '//evil.example')).status).toBe(400)
  expect([begun, asked]).toEqual([0, []])
})
