import {startLake, type Lake} from '@lantern/lake'
import {chromium, expect, test, type Page} from '@playwright/test'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {once} from 'node:events'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {z} from 'zod'
import {rolesFor} from '../src/roles.ts'

/** A8: a page of another site, in a browser whose user is logged in at the lake, tries to read and to write. */
const canary = 'canary-words-6d21'
const noLimit = 1_000_000
let lake: Lake
let evil: Server
let evilPort: number
const directory = mkdtempSync(join(tmpdir(), 'hostile-page-'))

test.beforeAll(async () => {
  lake = await startLake({
    directory,
    port: 0,
    streamPorts: [0],
    projectId: 'lantern',
    datasets: [{name: 'production'}],
    allowedOrigins: ['http://localhost:3333'],
    roles: rolesFor('production'),
    users: [],
    webhooks: [],
    limits: {requestsPerSecond: noLimit, anonymousPerSecond: noLimit},
  })
  const create = {_id: 'article', _type: 'article', title: canary}
  const {status} = await fetch(`${lake.url}/v1/data/mutate/production`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${lake.issueToken('seed', 'importer')}`,
    },
    body: JSON.stringify({mutations: [{create}]}),
  })
  expect(status).toBe(200)
  evil = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>evil</title><body>own words</body>')
  }).listen(0, '127.0.0.1')
  await once(evil, 'listening')
  evilPort = z.object({port: z.number()}).parse(evil.address()).port
})

test.afterAll(async () => {
  evil?.close()
  await lake?.stop()
  rmSync(directory, {recursive: true, force: true})
})

type Attempt = {how: string; path: string; options: Record<string, unknown>}

const reads = [
  `/v1/data/query/production?query=*&perspective=raw`,
  '/v1/data/export/production',
  '/v1/data/doc/production/article',
  '/v1/users/me',
  '/v1/auth/providers',
  '/healthz',
]
const mutation = JSON.stringify({mutations: [{create: {_id: 'by-evil', _type: 'article'}}]})
const types = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
]

/** What runs in the page. Each gives what it could read: text, or that there was something; '' when nothing. */
async function attemptIn(page: Page, base: string, attempt: Attempt): Promise<string> {
  return page.evaluate(
    async ({base: to, how, path, options}) => {
      const url = `${to}${path}`
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what is written here travels to the page
      const waited = (work: (done: (read: string) => void) => void): Promise<string> =>
        new Promise((resolve) => {
          setTimeout(() => resolve(''), 400)
          work(resolve)
        })
      if (how === 'fetch') {
        const answer = await fetch(url, options).catch(() => null)
        return answer === null ? '' : await answer.text().catch(() => '')
      }
      if (how === 'beacon') return String(navigator.sendBeacon(url, String(options['body'])) && '')
      if (how === 'img')
        return waited((done) => {
          const image = document.body.appendChild(new Image())
          image.addEventListener('load', () => done(`image ${image.naturalWidth}`))
          image.addEventListener('error', () => done(''))
          image.src = url
        })
      if (how === 'script')
        return waited((done) => {
          const script = document.createElement('script')
          script.addEventListener('load', () => done('script ran'))
          script.addEventListener('error', () => done(''))
          script.src = url
          document.body.append(script)
        })
      if (how === 'style')
        return waited((done) => {
          const link = document.createElement('link')
          link.rel = 'stylesheet'
          link.addEventListener('load', () => done('style applied'))
          link.addEventListener('error', () => done(''))
          link.href = url
          document.head.append(link)
        })
      if (how === 'eventSource')
        return waited((done) => {
          const source = new EventSource(url, options)
          source.addEventListener('open', () => done('stream open'))
          source.addEventListener('message', ({data}) => done(`heard ${String(data)}`))
          source.addEventListener('error', () => {
            source.close()
            done('')
          })
        })
      if (how === 'webSocket')
        return waited((done) => {
          const socket = new WebSocket(url.replace('http', 'ws'))
          socket.addEventListener('open', () => done('socket open'))
          socket.addEventListener('error', () => done(''))
        })
      if (how === 'iframe')
        return waited((done) => {
          const frame = document.createElement('iframe')
          frame.addEventListener('load', () => {
            try {
              done(frame.contentDocument?.body?.textContent ?? '')
            } catch {
              done('')
            }
          })
          frame.src = url
          document.body.append(frame)
        })
      return waited((done) => {
        const form = document.createElement('form')
        form.method = 'post'
        form.action = url
        form.enctype = String(options['enctype'])
        form.target = 'sink'
        const field = document.createElement('input')
        field.name = String(options['body'])
        form.append(field)
        const sink = document.createElement('iframe')
        sink.name = 'sink'
        document.body.append(sink, form)
        form.submit()
        sink.addEventListener('load', () => {
          try {
            done(sink.contentDocument?.body?.textContent ?? '')
          } catch {
            done('')
          }
        })
      })
    },
    {base, ...attempt},
  )
}

function attempts(token: string): Attempt[] {
  const authorization = `Bearer ${token}`
  const all: Attempt[] = []
  for (const path of reads) {
    all.push({how: 'fetch', path, options: {}})
    all.push({how: 'fetch', path, options: {credentials: 'include'}})
    all.push({how: 'fetch', path, options: {headers: {authorization}}})
    for (const how of ['img', 'script', 'style', 'iframe']) all.push({how, path, options: {}})
  }
  for (const type of types) {
    const options = {method: 'POST', body: mutation, headers: {'content-type': type}}
    all.push({how: 'fetch', path: '/v1/data/mutate/production', options})
    all.push({how: 'fetch', path: '/v1/data/mutate/production', options: {...options, mode: 'no-cors'}})
  }
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    all.push({how: 'fetch', path: '/v1/datasets/evil', options: {method, headers: {authorization}}})
  for (const enctype of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
    all.push({how: 'form', path: '/v1/data/mutate/production', options: {enctype, body: mutation}})
  all.push({how: 'form', path: '/v1/auth/login', options: {enctype: 'text/plain', body: 'code=x'}})
  all.push({how: 'beacon', path: '/v1/data/mutate/production', options: {body: mutation}})
  for (const path of ['/v1/data/listen/production?query=*', '/v1/data/live/events/production'])
    for (const withCredentials of [true, false])
      all.push({how: 'eventSource', path, options: {withCredentials}})
  for (const path of ['/v1/socket/production', '/v2022-06-30/socket/production', '/'])
    all.push({how: 'webSocket', path, options: {}})
  return all
}

test('a page of another site can read nothing from the lake and write nothing to it', async () => {
  test.setTimeout(120_000)
  const browser = await chromium.launch({
    ...(process.env['CHROMIUM_PATH'] ? {executablePath: process.env['CHROMIUM_PATH']} : {}),
    args: ['--no-sandbox', '--host-resolver-rules=MAP evil.test 127.0.0.1'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(`http://evil.test:${evilPort}/`)
    const before = lake.context.store.sequence()
    const all = attempts(lake.issueToken('stolen', 'importer'))
    const read: string[] = []
    // The same means read what is the page's own, so they would read the lake's.
    for (const how of ['fetch', 'iframe']) {
      const own = await attemptIn(page, `http://evil.test:${evilPort}`, {how, path: '/', options: {}})
      expect(own, how).not.toBe('')
    }
    for (const base of [lake.url, `http://127.0.0.1:${lake.port}`]) {
      for (const attempt of all) {
        const got = await attemptIn(page, base, attempt)
        if (got !== '') read.push(`${attempt.how} ${attempt.path}: ${got.slice(0, 80)}`)
      }
    }
    // The evil name now points to the lake itself, as after DNS rebinding.
    const answer = await page.goto(`http://evil.test:${lake.port}/v1/data/query/production?query=*`)
    const rebound = `${answer?.status()} ${await page.content()}`
    const writes = lake.context.store.sequence() - before
    console.log(`attempts ${all.length * 2 + 1}, writes ${writes}, readable ${read.length}`)
    expect(read).toEqual([])
    expect(writes).toBe(0)
    expect(rebound).toMatch(/^421 /)
    expect(rebound).not.toContain(canary)
  } finally {
    await browser.close()
  }
})
