import {afterAll, beforeAll, expect, it} from 'vitest'
import {ask, startTestLake, studioOrigin} from '../http/test-lake.ts'

let now = Date.UTC(2026, 0, 1)
let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake({clock: {now: () => now}})
})
afterAll(() => test.end())

const codeOf = (link: string): string => new URL(link).hash.replace('#sid=', '')
const exchange = (code: string) =>
  ask(test.lake, `/v1/auth/fetch?sid=${code}`, {headers: {origin: studioOrigin}})
const whoIs = (token: string) => ask(test.lake, '/v1/users/me', {headers: {authorization: `Bearer ${token}`}})

it('logs a person in once by a link', async () => {
  const link = test.lake.issueLoginLink('ada', `${studioOrigin}/structure`)
  expect(link).toMatch(/^http:\/\/localhost:3334\/structure#sid=[\w-]{43}$/)
  const first = await exchange(codeOf(link))
  const {token} = JSON.parse(first.body)
  expect(JSON.parse((await whoIs(token)).body)).toMatchObject({
    id: 'ada',
    name: 'Ada',
    roles: [{name: 'editor'}],
  })
  expect((await exchange(codeOf(link))).status).toBe(401)
})

it('does not take the code of a link for a token', async () => {
  const code = codeOf(test.lake.issueLoginLink('ada', studioOrigin))
  expect((await whoIs(code)).body).toBe('{}')
})

it('refuses a link after 15 minutes and a session after 12 hours', async () => {
  const late = codeOf(test.lake.issueLoginLink('ada', studioOrigin))
  now += 15 * 60_000
  expect((await exchange(late)).status).toBe(401)
  const {token} = JSON.parse((await exchange(codeOf(test.lake.issueLoginLink('ada', studioOrigin)))).body)
  now += 12 * 3_600_000
  expect((await whoIs(token)).body).toBe('{}')
})

it('forgets a token at logout', async () => {
  const {token} = JSON.parse((await exchange(codeOf(test.lake.issueLoginLink('ada', studioOrigin)))).body)
  const headers = {authorization: `Bearer ${token}`, origin: studioOrigin}
  expect((await ask(test.lake, '/v1/auth/logout', {method: 'POST', headers})).status).toBe(204)
  expect((await whoIs(token)).body).toBe('{}')
})

it('keeps no token in the database, only digests', () => {
  const token = test.lake.issueToken('kept', 'editor')
  const rows = test.lake.context.store.db.prepare('SELECT * FROM tokens').all()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)
})

it('sends a code from the login page to the Studio, and to no other place', async () => {
  const code = codeOf(test.lake.issueLoginLink('ada', studioOrigin))
  const own = {
    origin: test.lake.url,
    host: `localhost:${test.lake.port}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const send = (origin: string, typed: string) =>
    ask(test.lake, '/v1/auth/login', {
      method: 'POST',
      headers: own,
      body: String(new URLSearchParams({origin, code: typed})),
    })
  expect((await send('http://evil.test/', code)).status).toBe(400)
  expect((await send(studioOrigin, 'wrong')).status).toBe(401)
  expect((await send(studioOrigin, code)).headers['location']).toBe(`${studioOrigin}/#sid=${code}`)
})

it('makes no link for a stranger or to a strange page', () => {
  expect(() => test.lake.issueLoginLink('eve', studioOrigin)).toThrow('unknown user')
  expect(() => test.lake.issueLoginLink('ada', 'http://evil.test')).toThrow('unknown origin')
  expect(() => test.lake.issueToken('x', 'owner')).toThrow('unknown role')
})
