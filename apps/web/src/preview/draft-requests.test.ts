import {createServer, type Server} from 'node:http'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {issuePass, passLifetimeMs} from './draft-pass.ts'
import {admitDrafts} from './draft-requests.ts'

const draftId = 'd'.repeat(32)
const settings = {
  draftId,
  siteSecret: 'a token',
  siteUrl: 'http://localhost:3000',
  studioOrigin: 'http://localhost:3333',
}
const pass = issuePass(settings.siteSecret, Date.now())
let server: Server

beforeEach(async () => {
  server = createServer((request, response) => {
    admitDrafts(request, response, settings)
    response.end(request.headers.cookie ?? '')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterEach(() => void server.close())

async function ask(
  cookie: string | null,
  path = '/articles/a',
): Promise<{cookie: string; policy: string | null}> {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {headers: cookie === null ? {} : {cookie}})
  return {cookie: await response.text(), policy: response.headers.get('content-security-policy')}
}

describe('a request with the draft cookie', () => {
  test('may be framed by the Studio alone, and runs the script of previews alone', async () => {
    const {policy, cookie} = await ask(`a=b; __prerender_bypass=${pass}`)
    expect(policy).toContain("frame-ancestors 'self' http://localhost:3333")
    expect(policy).toContain('script-src http://localhost:3000/preview/;')
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(cookie).toBe(`a=b; __prerender_bypass=${draftId}`)
  })

  test.each([
    ['of another value', `__prerender_bypass=${'e'.repeat(32)}`],
    ['with the constant of the build', `__prerender_bypass=${draftId}`],
    ['that has ended', `__prerender_bypass=${issuePass('a token', Date.now() - passLifetimeMs)}`],
    ['without a value', '__prerender_bypass='],
    ['beside a second one', `__prerender_bypass=${pass}; __prerender_bypass=x`],
    ['beside a second one before it', `__prerender_bypass=x; __prerender_bypass=${pass}`],
  ])('%s becomes a reader’s request', async (_, cookie) => {
    expect(await ask(`a=b; ${cookie}; c=d`)).toEqual({cookie: 'a=b; c=d', policy: null})
  })
})

test.each([null, 'a=b', 'x__prerender_bypass=1'])(
  'a reader’s request with %j is left as it is',
  async (cookie) => {
    expect(await ask(cookie)).toEqual({cookie: cookie ?? '', policy: null})
  },
)

test('pictures and files keep their own headers in a preview', async () => {
  expect((await ask(`__prerender_bypass=${pass}`, '/images/a')).policy).toBeNull()
})
