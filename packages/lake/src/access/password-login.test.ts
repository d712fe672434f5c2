import {setTimeout as wait} from 'node:timers/promises'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {once} from 'node:events'
import {ask, startTestLake, studioOrigin} from '../http/test-lake.ts'
import {createRate} from './rate.ts'

const minuteMs = 60_000
const password = 'correct horse battery staple'
let now = Date.UTC(2026, 0, 1)
let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake({clock: {now: () => now}, limits: {guessesPerMinute: 10}})
  await test.lake.context.access.passwords.setPassword('ada', password)
})
afterAll(() => test.end())

const send = (form: Record<string, string>) =>
  ask(test.lake, '/v1/auth/login', {
    method: 'POST',
    headers: {origin: test.lake.url, host: `localhost:${test.lake.port}`},
    body: String(new URLSearchParams({origin: studioOrigin, ...form})),
  })
const least = (times: number[]): number => Math.min(...times)
const whoIs = (token: string) => ask(test.lake, '/v1/users/me', {headers: {authorization: `Bearer ${token}`}})

async function logIn(name = 'ada'): Promise<string> {
  const {headers} = await send({name, password})
  const sid = new URL(String(headers['location'])).hash.replace('#sid=', '')
  const {body} = await ask(test.lake, `/v1/auth/fetch?sid=${sid}`)
  return String(JSON.parse(body).token)
}

it('logs a person in by account or email and password, through a code for one login', async () => {
  for (const name of ['ada', 'Ada@Lantern.example']) {
    expect(JSON.parse((await whoIs(await logIn(name))).body)).toMatchObject({id: 'ada'})
  }
})

it('says the same of a wrong password, of no password and of nobody, and keeps the password nowhere', async () => {
  now += minuteMs
  const answers = [
    await send({name: 'ada', password: 'wrong'}),
    await send({name: 'ada', password: ''}),
    await send({name: 'nobody', password}),
  ]
  expect(new Set(answers.map(({status}) => status))).toEqual(new Set([401]))
  expect(new Set(answers.map(({body}) => body)).size).toBe(1)
  const rows = test.lake.context.store.db.prepare('SELECT * FROM passwords').all()
  expect(JSON.stringify(rows)).toMatch(/scrypt\$/)
  expect(JSON.stringify(rows)).not.toContain('horse')
})

it('lets 10 of 1,000 guesses in one minute be tried, and says when to come again', async () => {
  now += minuteMs
  const statuses = new Map<number, number>()
  let retryAfter = ''
  for (let guess = 0; guess < 1000; guess++) {
    const {status, headers} = await send(
      guess % 2 ? {name: 'ada', password: `guess ${guess}`} : {code: `code-${guess}`},
    )
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status === 429) retryAfter = String(headers['retry-after'])
  }
  console.log(`guesses 1000, tried ${statuses.get(401)}, refused ${statuses.get(429)}`)
  expect([...statuses]).toEqual([
    [401, 10],
    [429, 990],
  ])
  expect(Number(retryAfter)).toBeGreaterThan(0)
  expect((await send({name: 'ada', password})).status, 'the right one as well').toBe(429)
  now += 7000
  expect((await send({name: 'ada', password})).status, 'after six seconds one more').toBe(303)
})

it('counts an account over all addresses, and gives a right try back', () => {
  const rate = createRate({perSecond: 10 / 60, burst: 10, clock: {now: () => now}})
  for (let index = 0; index < 10; index++) expect(rate.take('account ada')).toBe(0)
  expect(rate.take('account ada')).toBeGreaterThan(5000)
  expect(rate.take('account eve')).toBe(0)
  rate.giveBack('account ada')
  expect(rate.take('account ada')).toBe(0)
})

it('takes as long for an unknown account as for a known one', async () => {
  const {isPassword} = test.lake.context.access.passwords
  // Processor time of all threads: what an attacker measures, without what else this machine does meanwhile.
  const time = async (name: string): Promise<number> => {
    const before = process.cpuUsage()
    await isPassword(name, 'wrong')
    const {user, system} = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const [known, unknown]: [number[], number[]] = [[], []]
  const gapNow = (): number => Math.abs(least(known) - least(unknown)) / least(known)
  for (let index = 0; index < 30 && (index < 5 || gapNow() >= 0.05); index++) {
    known.push(await time('ada'))
    unknown.push(await time(`nobody-${index}`))
  }
  const gap = gapNow()
  console.log(
    `scrypt ${least(known).toFixed(1)} ms known, ${least(unknown).toFixed(1)} ms unknown, gap ${(gap * 100).toFixed(1)} %`,
  )
  expect(gap).toBeLessThan(0.05)
})

it('ends a session after an hour without use, after twelve hours with it, and tells that it ended', async () => {
  now += 10 * minuteMs
  const token = await logIn()
  now += 59 * minuteMs
  expect((await whoIs(token)).body).toContain('ada')
  now += 61 * minuteMs
  expect((await whoIs(token)).body).toBe('{}')
  const answer = await ask(test.lake, '/v1/auth/id', {headers: {authorization: `Bearer ${token}`}})
  expect(JSON.parse(answer.body)).toMatchObject({statusCode: 401, errorCode: 'SIO-401-AEX'})
  const busy = await logIn()
  for (let minutes = 0; minutes < 12 * 60; minutes += 45) {
    expect((await whoIs(busy)).body).toContain('ada')
    now += 45 * minuteMs
  }
  expect((await whoIs(busy)).body).toBe('{}')
})

it('notes the use of a token at most once a minute', async () => {
  const token = test.lake.issueToken('counted', 'editor')
  const used = () => test.lake.context.access.tokens.list().find(({label}) => label === 'counted')?.lastUsedAt
  await whoIs(token)
  const first = used()
  now += 59_000
  await whoIs(token)
  expect(used()).toBe(first)
  now += 1000
  await whoIs(token)
  expect(used()).not.toBe(first)
})

it('cuts open streams and sockets within a second when their token is revoked, also by another process', async () => {
  const token = test.lake.issueToken('cut', 'editor')
  const authorization = `Bearer ${token}`
  const stay = await fetch(`${test.lake.url}/v1/data/listen/production?query=*`, {
    headers: {authorization: `Bearer ${test.lake.issueToken('stay', 'editor')}`},
  })
  const stream = await fetch(`${test.lake.url}/v1/data/listen/production?query=*`, {headers: {authorization}})
  const socket = new WebSocket(`ws://localhost:${test.lake.port}/v2022-06-30/socket/production`)
  await once(socket, 'open')
  socket.send(JSON.stringify({jsonrpc: '2.0', id: 1, method: 'authorization', params: {authorization}}))
  await once(socket, 'message')
  const isCut = [
    stream.text().catch(() => 'cut'),
    new Promise((resolve) => void socket.once('close', resolve)),
  ]
  const start = performance.now()
  // What a command in another process does: it removes the row, and tells nobody.
  const [{id} = {id: ''}] = test.lake.context.access.tokens.list().filter(({label}) => label === 'cut')
  test.lake.context.store.db.prepare('DELETE FROM tokens WHERE substr(hash, 1, 12) = ?').run(id)
  await Promise.all(isCut)
  const ms = performance.now() - start
  console.log(`revoked to cut: ${ms.toFixed(0)} ms`)
  expect(ms).toBeLessThan(1000)
  const other = stay.body?.getReader()
  await other?.read()
  const silent = await Promise.race([other?.read().then(() => 'ended'), wait(700).then(() => 'open')])
  expect(silent).toBe('open')
  await other?.cancel()
})

it('ends the sessions of a person whose password changes, and of one who is removed', async () => {
  const {access} = test.lake.context
  access.users.put({id: 'eve', name: 'Eve', email: 'eve@lantern.example', role: 'editor'})
  await access.passwords.setPassword('eve', password)
  const first = await logIn('eve')
  await access.passwords.setPassword('eve', password)
  expect((await whoIs(first)).body).toBe('{}')
  const second = await logIn('eve')
  expect(access.users.remove('eve')).toBe(true)
  expect((await whoIs(second)).body).toBe('{}')
  expect((await send({name: 'eve', password})).status).toBe(401)
  await expect(access.passwords.setPassword('eve', password)).rejects.toThrow('unknown user')
  await expect(access.passwords.setPassword('ada', 'short')).rejects.toThrow('12 to')
})
