import {once} from 'node:events'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {z} from 'zod'
import {startTestLake, studioOrigin} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake()
})
afterAll(() => test.end())

async function connect(origin: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://localhost:${test.lake.port}/v2022-06-30/socket/production`, {origin})
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

it('tells nothing to a caller without a token, and opens no socket for another origin', async () => {
  const stranger = await connect(studioOrigin)
  expect(await call(stranger, 'presence_subscribe')).toMatchObject({error: {message: expect.any(String)}})
  stranger.close()
  await expect(connect('http://evil.test')).rejects.toThrow('403')
})
