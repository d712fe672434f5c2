import {createHmac} from 'node:crypto'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {createLogger} from '../log.ts'
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

let now = 1_800_000_000_000
function open(...more: object[]): {store: Store; writer: Writer; sender: WebhookSender} {
  const store = openStore({directory})
  const addDataset = store.db.prepare('INSERT OR IGNORE INTO datasets (name, created_at) VALUES (?, ?)')
  for (const name of ['test', 'other']) addDataset.run(name, '2026')
  const clock = {now: () => now}
  const hook = {
    name: 'site',
    dataset: 'test',
    url,
    secret,
    filter: '_type == "note"',
    projection: '{_id, n}',
  }
  const log = createLogger('silent')
  const sender = createWebhookSender({
    store,
    clock,
    projectId: 'p',
    webhooks: (more.length > 0 ? more : [{}]).map((each) => ({...hook, ...each})),
    log,
  })
  const rules = {permit: () => null}
  const writer = createWriter({store, clock, rules, selectIds: () => [], beforeCommit: sender.enqueue})
  return {store, writer, sender}
}
const write = (writer: Writer, mutations: unknown[], transactionId?: string, dataset = 'test') =>
  writer.mutate({
    dataset,
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

const end = async ({store, sender}: {store: Store; sender: WebhookSender}): Promise<void> => {
  await sender.stop()
  store.close()
}
const bodies = (): unknown[] => received.map(({body}): unknown => JSON.parse(body))

test('each webhook hears of its own dataset alone, and a dead receiver holds up no other', async () => {
  const lake = open(
    {name: 'dead', url: 'http://127.0.0.1:9/'},
    {name: 'here'},
    {name: 'there', dataset: 'other'},
  )
  write(lake.writer, [{create: {_id: 'a', _type: 'note', n: 1}}])
  write(lake.writer, [{create: {_id: 'b', _type: 'note', n: 2}}], 'tx', 'other')
  await lake.sender.flush()
  expect(
    received.map(({headers}) => [headers['sanity-webhook-id'], headers['sanity-dataset']]).toSorted(),
  ).toEqual([
    ['here', 'test'],
    ['there', 'other'],
  ])
  expect(lake.sender.pending()).toBe(1)
  await end(lake)
})

test('two webhooks of one name are refused at the start', () => {
  expect(() => open({}, {})).toThrow('two webhooks are called "site"')
})

test('a projection may ask what changed and follow a reference', async () => {
  const projection =
    '{"did": delta::operation(), "hit": delta::changedAny(n), "was": before().n, "by": after().author->name}'
  const lake = open({projection, filter: '_type == "note"'})
  write(lake.writer, [
    {create: {_id: 'ada', _type: 'person', name: 'Ada'}},
    {create: {_id: 'a', _type: 'note', n: 1, author: {_ref: 'ada'}}},
  ])
  write(lake.writer, [{patch: {id: 'a', set: {n: 2}}}])
  write(lake.writer, [{patch: {id: 'a', set: {m: 2}}}])
  write(lake.writer, [{delete: {id: 'a'}}])
  await lake.sender.flush()
  expect(bodies()).toMatchObject([
    {did: 'create', by: 'Ada'},
    {did: 'update', hit: true, was: 1, by: 'Ada'},
    {did: 'update', hit: false, was: 2},
    {did: 'delete', was: 2},
  ])
  await end(lake)
})

const list = Array.from({length: 2000}, (_, n) => n)
const deep = 'count(list[count(^.list[count(^.^.list[@ > 3]) > 0]) > 0]) > 0'
test.each(['_type ==', 'nothing::known()', deep])(
  'a filter such as %s never stops a write',
  async (filter) => {
    const lake = open({name: 'broken', filter}, {name: 'sound'})
    const startedAt = performance.now()
    write(lake.writer, [{create: {_id: 'a', _type: 'note', n: 1, list}}])
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(lake.store.get('test', 'a')).toMatchObject({n: 1})
    await lake.sender.flush()
    expect(received.map(({headers}) => headers['sanity-webhook-id'])).toEqual(['sound'])
    await end(lake)
  },
)

test('releases are the lake’s own business: their documents are told to nobody', async () => {
  const lake = open({filter: 'true', projection: '{_id}'})
  const version = {_id: 'versions.r.a', _type: 'note'}
  const actions = [
    {actionType: 'sanity.action.release.create', releaseId: 'r'},
    {actionType: 'sanity.action.document.version.create', publishedId: 'a', document: version},
    {actionType: 'sanity.action.release.publish', releaseId: 'r'},
  ]
  lake.writer.act({dataset: 'test', body: {actions}, identity: {userId: 'a', role: 'r'}})
  await lake.sender.flush()
  expect(bodies()).toEqual([{_id: 'a'}])
  await end(lake)
})

test('a clock that is set back by a day holds no delivery', async () => {
  statuses = [503]
  const lake = open()
  write(lake.writer, [{create: {_id: 'a', _type: 'note', n: 1}}])
  await lake.sender.flush()
  now -= 86_400_000
  lake.sender.wake()
  await vi.waitFor(() => expect(lake.sender.pending()).toBe(0), 5000)
  expect(received).toHaveLength(2)
  await end(lake)
})

test('a receiver that was down gets all it missed, in order and without a word from anybody', async () => {
  const port = Number(new URL(url).port)
  server.close()
  const lake = open()
  const count = 60
  for (let n = 0; n < count; n++) write(lake.writer, [{create: {_id: `n${n}`, _type: 'note', n}}])
  lake.sender.wake()
  const advance = setInterval(() => {
    now += 100
  }, 100)
  await vi.waitFor(() => expect(attemptsOf(lake.store)).toBeGreaterThan(1), 5000)
  server.listen(port, '127.0.0.1')
  await vi.waitFor(() => expect(lake.sender.pending()).toBe(0), 20_000)
  clearInterval(advance)
  const keys = received.map(({headers}) => String(headers['idempotency-key']))
  process.stdout.write(`webhook outage: ${count} owed, ${new Set(keys).size} delivered, 0 undelivered\n`)
  expect(bodies()).toEqual(Array.from({length: count}, (_, n) => ({_id: `n${n}`, n})))
  expect([new Set(keys).size, keys.length]).toEqual([count, count])
  await end(lake)
}, 30_000)

const attemptsOf = ({db}: Store): number =>
  Number(db.prepare('SELECT max(attempts) AS n FROM outbox').get()?.['n'] ?? 0)
