import type {Server} from 'node:http'
import {networkInterfaces} from 'node:os'
import {afterEach, expect, test} from 'vitest'
import {closeServers, listenOnLoopback} from './loopback.ts'

let open: Server[] = []
afterEach(() => closeServers(open.splice(0), 0))

async function serve(port: number): Promise<number> {
  const servers = await listenOnLoopback((_request, response) => void response.end('here'), port)
  open.push(...servers)
  const address = servers[0]?.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** A port that is free on both addresses: one that the system gave a moment ago for the first. */
async function serveOnFreePort(): Promise<number> {
  const port = await serve(0)
  await closeServers(open.splice(0), 0)
  return serve(port)
}

const textAt = (host: string, port: number): Promise<string> =>
  fetch(`http://${host}:${port}/`, {signal: AbortSignal.timeout(2_000)}).then((response) => response.text())

test('the site answers by each of the two loopback addresses and by their common name', async () => {
  const port = await serveOnFreePort()
  for (const host of ['127.0.0.1', '[::1]', 'localhost']) expect(await textAt(host, port)).toBe('here')
})

test('the site answers at no other address of this machine', async () => {
  const port = await serveOnFreePort()
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({internal, scopeid}) => !internal && !scopeid)
    .map(({address, family}) => (family === 'IPv6' ? `[${address}]` : address))
  for (const host of [...others, '127.0.0.2'])
    await expect(textAt(host, port)).rejects.toThrow('fetch failed')
})

test('a port that is taken on one of the addresses is refused, and the other is given back', async () => {
  const port = await serveOnFreePort()
  const [first, second] = open
  await closeServers(first ? [first] : [], 0)
  await expect(listenOnLoopback(() => {}, port)).rejects.toThrow('EADDRINUSE')
  await closeServers(second ? [second] : [], 0)
  open = []
  expect(await serve(port)).toBe(port)
})

test('a stop waits for an answer that is on its way, and cuts a stream after its grace', async () => {
  const [server] = await listenOnLoopback((request, response) => {
    if (request.url === '/stream') response.write('first')
    else setTimeout(() => response.end('whole'), 50)
  }, 0)
  const address = server?.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const stream = await fetch(`http://127.0.0.1:${port}/stream`)
  const slow = textAt('127.0.0.1', port)
  await new Promise((done) => server?.once('request', done))
  await closeServers(server ? [server] : [], 200)
  expect(await slow).toBe('whole')
  await expect(stream.text()).rejects.toThrow('terminated')
})
