import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ask, startTestLake, studioOrigin} from './test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
let bearer: {authorization: string}
beforeAll(async () => {
  test = await startTestLake()
  bearer = {authorization: `Bearer ${test.lake.issueToken('door', 'administrator')}`}
  await test.client('administrator').create({_id: 'a', _type: 'article'})
})
afterAll(() => test.end())

const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  ask(test.lake, '/v1/data/mutate/production', {
    method: 'POST',
    body,
    headers: {...bearer, 'content-type': 'application/json', ...headers},
  })
const follow = (target: URL, path = target.pathname + target.search) =>
  ask(test.lake, path, {port: Number(target.port), headers: {origin: 'null', host: target.host}})
const query = '/v2025-02-19/data/query/production?query=*'

it.each([
  'evil.test',
  'localhost',
  'localhost.:PORT',
  'localhost:1',
  'LOCALHOST.evil.test:PORT',
  '127.0.0.2:PORT',
])('refuses the host “%s” before routing', async (host) => {
  const headers = {...bearer, host: host.replace('PORT', String(test.lake.port))}
  const answer = await ask(test.lake, query, {headers})
  expect([400, 421]).toContain(answer.status)
  expect(answer.body).not.toContain('"_id"')
})

it.each(['localhost', '127.0.0.1', '[::1]', 'lantern.localhost'])('answers as %s', async (name) => {
  const headers = {...bearer, host: `${name}:${test.lake.port}`}
  expect((await ask(test.lake, query, {headers})).status).toBe(200)
})

it.each([
  'null',
  'http://evil.test',
  'https://localhost:3334',
  'http://localhost:33345',
  'http://localhost:3334.evil.test',
  'http://LOCALHOST:3334',
])('refuses the origin “%s”, for reading too, and names no origin in return', async (origin) => {
  const answer = await ask(test.lake, query, {headers: {...bearer, origin}})
  expect(answer.status).toBe(403)
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  expect(answer.headers['vary']).toContain('Origin')
})

it('lets the Studio read answers and errors', async () => {
  for (const path of [query, '/v1/nowhere', '/v1/data/query/production?query=*[']) {
    const answer = await ask(test.lake, path, {headers: {...bearer, origin: studioOrigin}})
    expect(answer.headers['access-control-allow-origin']).toBe(studioOrigin)
    expect(answer.headers['vary']).toContain('Origin')
  }
})

it('answers a preflight with the headers that were asked for', async () => {
  const headers = {
    origin: studioOrigin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,x-sanity-project-id',
  }
  const answer = await ask(test.lake, query, {method: 'OPTIONS', headers})
  expect(answer.status).toBe(204)
  expect(answer.headers['access-control-allow-headers']).toBe('authorization,x-sanity-project-id')
})

it.each(['cross-site', 'same-site'])('refuses a %s request that names no origin', async (site) => {
  const headers = {...bearer, 'sec-fetch-site': site}
  expect((await ask(test.lake, query, {headers})).status).toBe(403)
  expect((await ask(test.lake, '/images/lantern/production/none.png', {headers})).status).toBe(404)
})

describe('an anonymous caller', () => {
  it.each([
    query,
    '/v1/data/doc/production/a',
    '/v1/data/listen/production?query=*',
    '/v1/data/live/events/production',
    '/v1/data/export/production',
    '/v1/data/history/production/transactions/a',
    '/v1/projects/lantern/datasets',
    '/v1/projects/lantern',
    '/v1/users/ada',
    '/v1/auth/id',
  ])('gets nothing from %s', async (path) => {
    const callers: Record<string, string>[] = [{}, {authorization: 'Bearer administrator-forged'}]
    for (const headers of callers) {
      const answer = await ask(test.lake, path, {headers})
      expect(answer.status).toBe(401)
      expect(JSON.parse(answer.body)).toMatchObject({statusCode: 401, error: 'Unauthorized'})
    }
  })

  it('is nobody', async () => {
    expect((await ask(test.lake, '/v1/users/me')).body).toBe('{}')
  })
})

describe('a broken request', () => {
  it.each([
    ['no JSON', '{', {}, 400],
    ['ten thousand brackets', '['.repeat(10_000), {}, 400],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400],
    ['a form', '{"mutations":[]}', {'content-type': 'text/plain'}, 415],
    ['brotli', '{}', {'content-encoding': 'br'}, 415],
    ['broken gzip', '{}', {'content-encoding': 'gzip'}, 400],
    ['too much', ' '.repeat(4_000_001), {}, 413],
    ['a gzip bomb', gzipSync(Buffer.alloc(41_000_000, 32)), {'content-encoding': 'gzip'}, 413],
  ])('of %s is refused with a message', async (_name, body, headers, status) => {
    const answer = await post(body, headers)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({statusCode: status, message: expect.any(String)})
  })

  it('is read when it is gzip of JSON', async () => {
    const body = gzipSync(JSON.stringify({mutations: [{create: {_id: 'zipped', _type: 'article'}}]}))
    expect((await post(body, {'content-encoding': 'gzip'})).status).toBe(200)
  })

  it('of GROQ tells where it broke', async () => {
    const answer = await ask(test.lake, '/v1/data/query/production?query=*%5B', {headers: bearer})
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({
      error: {type: 'queryParseError', description: expect.any(String)},
    })
  })

  it('of a picture that is none is refused', async () => {
    const headers = {...bearer, 'content-type': 'image/png'}
    const body = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    const answer = await ask(test.lake, '/v1/assets/images/production', {method: 'POST', body, headers})
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({statusCode: 400, error: 'Bad Request'})
  })

  it.each(['..%2f..%2flake.sqlite', '%2e%2e', 'a.png'])('for the picture %s reads nothing', async (name) => {
    const answer = await ask(test.lake, `/images/lantern/production/${name}`)
    expect(answer.status).toBe(404)
  })
})

describe('a browser’s event stream', () => {
  const stream = '/v1/data/listen/production?query=*'
  const redirect = async (): Promise<URL> => {
    const answer = await ask(test.lake, stream, {headers: {...bearer, origin: studioOrigin}})
    expect(answer.status).toBe(307)
    return new URL(String(answer.headers['location']))
  }

  it('moves to a sibling port, where its ticket works once', async () => {
    const target = await redirect()
    const first = await follow(target)
    expect(first.status).toBe(200)
    expect(first.headers['access-control-allow-origin']).toBe('null')
    expect(first.body).toContain('welcome')
    expect((await follow(target)).status).toBe(403)
  })

  it('goes to another sibling than the one before it', async () => {
    const [one, other] = [await redirect(), await redirect()]
    expect(one.port).not.toBe(other.port)
  })

  it('may not use a ticket for another query, nor a sibling for anything else', async () => {
    const target = await redirect()
    expect(
      (await follow(target, (target.pathname + target.search).replace('query=*', 'query=*%5B0%5D'))).status,
    ).toBe(403)
    expect((await follow(target, `${query}&ticket=${target.searchParams.get('ticket')}`)).status).toBe(421)
  })

  it('stays where it is for a program, which sends no origin', async () => {
    expect((await ask(test.lake, stream, {headers: bearer})).status).toBe(200)
  })
})
