import {connect} from 'node:net'
import {afterEach, expect, it} from 'vitest'
import type {Limits} from './limits.ts'
import {defaultLimits} from './limits.ts'
import {ask, startTestLake, studioOrigin} from './test-lake.ts'

let now = Date.UTC(2026, 0, 1)
let test: Awaited<ReturnType<typeof startTestLake>>
afterEach(() => test.end())

const start = async (limits: Partial<Limits>): Promise<{authorization: string}> => {
  test = await startTestLake({limits, clock: {now: () => now}})
  return {authorization: `Bearer ${test.lake.issueToken('busy', 'administrator')}`}
}
const many = async (times: number, path: string, headers: Record<string, string>, method = 'GET') => {
  const body = method === 'GET' ? {} : {body: '{"mutations":[{"delete":{"id":"a"}}]}'}
  const answers = Array.from({length: times}, () =>
    ask(test.lake, path, {method, headers: {...headers, 'content-type': 'application/json'}, ...body}),
  )
  return Promise.all(answers)
}
const withStatus = (answers: {status: number}[], status: number): number =>
  answers.filter((answer) => answer.status === status).length

it('slows down an address that asks too fast with a token, and refuses it when that does not help', async () => {
  const headers = await start({requestsPerSecond: 20})
  const answers = await many(75, '/v1/users/me', headers)
  // Twenty at once, forty within the two seconds that one may be made to wait, the rest not.
  expect([withStatus(answers, 200), withStatus(answers, 429)]).toEqual([60, 15])
  const refused = answers.find(({status}) => status === 429)
  expect(refused?.headers['retry-after']).toBe('2')
  expect(JSON.parse(refused?.body ?? '')).toMatchObject({statusCode: 429, error: 'Too Many Requests'})
  now += 4000
  expect(withStatus(await many(20, '/v1/users/me', headers), 200)).toBe(20)
})

it('refuses an address without a token at once', async () => {
  await start({requestsPerSecond: 20})
  const answers = await many(30, '/v1/users/me', {})
  expect([withStatus(answers, 200), withStatus(answers, 429)]).toEqual([20, 10])
  now += 1000
  expect(withStatus(await many(20, '/v1/users/me', {}), 200)).toBe(20)
})

it('answers fewer without a token, but every picture of a page', async () => {
  const headers = await start({anonymousPerSecond: 5})
  const anonymous = await many(8, '/v1/users/me', {})
  expect([withStatus(anonymous, 200), withStatus(anonymous, 429)]).toEqual([5, 3])
  expect(withStatus(await many(20, '/images/lantern/production/none.png', {}), 404)).toBe(20)
  expect(withStatus(await many(20, '/v1/users/me', headers), 200)).toBe(20)
  const preflight = {origin: studioOrigin, 'access-control-request-method': 'GET'}
  expect((await ask(test.lake, '/v1/users/me', {method: 'OPTIONS', headers: preflight})).status).toBe(204)
})

it('slows down one who writes too fast, and refuses one who does not slow down', async () => {
  const headers = await start({writesPerSecond: 50, writeBurst: 10})
  const startedAt = performance.now()
  const answers = await many(150, '/v1/data/mutate/production?dryRun=true', headers, 'POST')
  const ms = performance.now() - startedAt
  // Ten at once, one hundred within the two seconds that one may be made to wait, the rest not.
  expect([withStatus(answers, 200), withStatus(answers, 429)]).toEqual([110, 40])
  expect(ms).toBeGreaterThan(1900)
  expect(withStatus(await many(30, '/v1/users/me', headers), 200), 'reading goes on').toBe(30)
  const other = {authorization: `Bearer ${test.lake.issueToken('other', 'administrator')}`}
  expect(withStatus(await many(10, '/v1/data/mutate/production?dryRun=true', other, 'POST'), 200)).toBe(10)
})

it('keeps so many event streams open for one token and for all', async () => {
  const headers = await start({eventStreams: 5, eventStreamsPerToken: 3})
  const leave = new AbortController()
  const open = (authorization: string) =>
    fetch(`${test.lake.url}/v1/data/listen/production?query=*`, {
      headers: {authorization},
      signal: leave.signal,
    })
  const own = []
  for (let index = 0; index < 4; index++) own.push((await open(headers.authorization)).status)
  expect(own).toEqual([200, 200, 200, 429])
  const others = []
  for (let index = 0; index < 3; index++)
    others.push((await open(`Bearer ${test.lake.issueToken(`other ${index}`, 'editor')}`)).status)
  expect(others).toEqual([200, 200, 429])
  leave.abort()
  await expect.poll(() => test.lake.context.access.open.count()).toBe(0)
})

it('hangs up on a connection too many', async () => {
  await start({connections: 5})
  const sockets = Array.from({length: 8}, () => connect(test.lake.port, '127.0.0.1'))
  const ends = Promise.all(
    sockets.slice(5).map((socket) => new Promise((resolve) => void socket.once('close', resolve))),
  )
  for (const socket of sockets) socket.on('error', () => {})
  await ends
  expect(sockets.filter(({destroyed}) => !destroyed)).toHaveLength(5)
  for (const socket of sockets) socket.destroy()
})

it('has the limits of a lake that one clinic never reaches', async () => {
  await start(defaultLimits)
  expect(test.lake.context.limits).toEqual(defaultLimits)
  expect(defaultLimits).toMatchObject({
    requestsPerSecond: 500,
    writesPerSecond: 25,
    writeBurst: 100,
    anonymousPerSecond: 50,
    guessesPerMinute: 10,
    connections: 1024,
    eventStreams: 500,
    eventStreamsPerToken: 50,
  })
})
