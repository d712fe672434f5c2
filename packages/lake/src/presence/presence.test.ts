import {once} from 'node:events'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {z} from 'zod'
import {startTestLake, studioOrigin} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  const roles = {
    administrator: {title: 'Administrator', grants: [{filter: 'true', permissions: ['read', 'create']}]},
    editor: {title: 'Editor', grants: [{filter: '_type != "secret"', permissions: ['read']}]},
    limited: {title: 'Limited', grants: [{filter: 'true', permissions: ['read'], dataset: 'production'}]},
  } as const
  test = await startTestLake({roles})
})
afterAll(() => test.end())

async function connect(origin: string, dataset = 'production'): Promise<WebSocket> {
  const socket = new WebSocket(`ws://localhost:${test.lake.port}/v2022-06-30/socket/${dataset}`, {origin})
  await once(socket, 'open')
  return socket
}

async function call(socket: WebSocket, method: string, params: object = {}): Promise<unknown> {
  socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
  return hear(socket)
}

async function hear(socket: WebSocket): Promise<unknown> {
  const [data] = z.array(z.unknown()).parse(await once(socket, 'message'))
  return JSON.parse(String(data))
}

it('shows the one where the other is', async () => {
  const [reader, writer] = [await connect(studioOrigin), await connect(studioOrigin)]
  const authorization = `Bearer ${test.lake.issueToken('here', 'editor')}`
  for (const socket of [reader, writer]) await call(socket, 'authorization', {authorization})
  await call(reader, 'presence_subscribe')
  const heard = hear(reader)
  await call(writer, 'presence_announce', {data: {sessionId: 's', locations: []}})
  expect(await heard).toMatchObject({
    method: 'presence_subscription',
    params: {result: {type: 'state', i: 'robot-here', m: {sessionId: 's', locations: []}}},
  })
  for (const socket of [reader, writer]) socket.close()
})

it('tells where somebody is only of documents that the other may read', async () => {
  const client = test.client('administrator')
  await client.create({_id: 'open', _type: 'article'})
  await client.create({_id: 'closed', _type: 'secret'})
  const [reader, writer] = [await connect(studioOrigin), await connect(studioOrigin)]
  await call(reader, 'authorization', {authorization: `Bearer ${test.lake.issueToken('reads', 'editor')}`})
  const administrator = test.lake.issueToken('writes', 'administrator')
  await call(writer, 'authorization', {authorization: `Bearer ${administrator}`})
  await call(reader, 'presence_subscribe')
  const heard = hear(reader)
  const locations = ['open', 'closed', 'missing'].map((documentId) => ({type: 'document', documentId}))
  await call(writer, 'presence_announce', {data: {sessionId: 's', locations}})
  expect(await heard).toMatchObject({
    params: {result: {m: {sessionId: 's', locations: [{type: 'document', documentId: 'open'}]}}},
  })
  for (const socket of [reader, writer]) socket.close()
})

it('lets nobody in whose role may read nothing of the dataset', async () => {
  const socket = await connect(studioOrigin, 'elsewhere')
  const authorization = `Bearer ${test.lake.issueToken('limited', 'limited')}`
  expect(await call(socket, 'authorization', {authorization})).toMatchObject({error: expect.any(Object)})
  socket.close()
})

it('tells nothing to a caller without a token, and opens no socket for another origin', async () => {
  const stranger = await connect(studioOrigin)
  expect(await call(stranger, 'presence_subscribe')).toMatchObject({error: {message: expect.any(String)}})
  stranger.close()
  await expect(connect('http://evil.test')).rejects.toThrow('403')
})
