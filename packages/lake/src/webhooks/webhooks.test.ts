import {createHmac} from 'node:crypto'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLogger} from '../log.ts'
import {evaluateSync} from '../query/evaluate.ts'
import {openStore, type Store} from '../store/store.ts'
import {createWriter, type Writer} from '../transact/transact.ts'
import {createWebhookSender, type WebhookSender} from './sender.ts'

const secret = 'a secret of the receiver'
type Received = {headers: IncomingHttpHeaders; body: string}
let directory: string
let server: Server
let received: Received[]
let statuses: number[]
let url: string

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'lake-'))
  received = []
  statuses = []
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({headers: request.headers, body: Buffer.concat(chunks).toString()})
      response.writeHead(statuses.shift() ?? 200).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/hook` : ''
})
afterEach(() => {
  server.close()
  rmSync(directory, {recursive: true})
})

function open(more: object = {}): {store: Store; writer: Writer; sender: WebhookSender} {
  const store = openStore({directory})
  store.db.prepare('INSERT OR IGNORE INTO datasets (name, created_at) VALUES (?, ?)').run('test', '2026')
  const clock = {now: () => 1_800_000_000_000}
  const hook = {
    name: 'site',
    dataset: 'test',
    url,
    secret,
    filter: '_type == "note"',
    projection: '{_id, n}',
    ...more,
  }
  const log = createLogger('silent')
  const sender = createWebhookSender({
    store,
    clock,
    projectId: 'p',
    webhooks: [hook],
    evaluate: evaluateSync,
    log,
  })
  const rules = {permit: () => null}
  const writer = createWriter({store, clock, rules, selectIds: () => [], beforeCommit: sender.enqueue})
  return {store, writer, sender}
}
const write = (writer: Writer, mutations: unknown[], transactionId?: string) =>
  writer.mutate({
    dataset: 'test',
    body: {mutations, transactionId},
    identity: {userId: 'a', role: 'r'},
    options: {},
  })

test('a published change is posted once, signed so that the receiver can check it', async () => {
  const {store, writer, sender} = open()
  write(writer, [{create: {_id: 'a', _type: 'note', n: 1}}], 'tx')
  await sender.flush()
  const [{headers, body} = {headers: {}, body: ''}] = received
  expect(JSON.parse(body)).toEqual({_id: 'a', n: 1})
  const [, t, v1] = /^t=(\d+),v1=([\w-]+)$/u.exec(String(headers['sanity-webhook-signature'])) ?? []
  expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${body}`).digest('base64url'))
  expect(headers).toMatchObject({
    'sanity-operation': 'create',
    'sanity-transaction-id': 'tx',
    'sanity-dataset': 'test',
  })
  expect([received.length, sender.pending()]).toEqual([1, 0])
  await sender.stop()
  store.close()
})

test('drafts, versions and other types are not told', async () => {
  const {store, writer, sender} = open()
  write(writer, [
    {create: {_id: 'drafts.a', _type: 'note'}},
    {create: {_id: 'versions.r1.a', _type: 'note'}},
    {create: {_id: 'b', _type: 'other'}},
  ])
  await sender.flush()
  expect(received).toEqual([])
  await sender.stop()
  store.close()
})

test('a filter may ask what changed', async () => {
  const {store, writer, sender} = open({filter: 'before().n != after().n'})
  write(writer, [{create: {_id: 'a', _type: 'note', n: 1}}])
  write(writer, [{patch: {id: 'a', set: {other: 1}}}])
  write(writer, [{patch: {id: 'a', set: {n: 2}}}])
  await sender.flush()
  expect(received.map(({body}) => JSON.parse(body).n)).toContain(2)
  expect(received.length).toBeLessThan(3)
  await sender.stop()
  store.close()
})

test('what was refused comes again under the same key, in order, also after a restart', async () => {
  statuses = [503]
  const first = open()
  write(first.writer, [{create: {_id: 'a', _type: 'note', n: 1}}])
  write(first.writer, [{delete: {id: 'a'}}])
  await first.sender.flush()
  expect([received.length, first.sender.pending()]).toEqual([1, 2])
  await first.sender.stop()
  first.store.close()

  const second = open()
  await second.sender.flush()
  expect(received.map(({headers}) => headers['sanity-operation'])).toEqual(['create', 'create', 'delete'])
  expect(received[1]?.headers['idempotency-key']).toBe(received[0]?.headers['idempotency-key'])
  expect(second.sender.pending()).toBe(0)
  await second.sender.stop()
  second.store.close()
})
