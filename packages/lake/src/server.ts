import {getRequestListener} from '@hono/node-server'
import {once} from 'node:events'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {Server as NetServer, type Socket} from 'node:net'
import {setImmediate as nextTurn, setTimeout as wait} from 'node:timers/promises'
import {z} from 'zod'
import type {LakeContext} from './context.ts'
import {createApp} from './http/app.ts'
import {refuseStrangeTarget} from './http/host.ts'
import {createStreamPorts} from './http/stream-ports.ts'
import {createPresence} from './presence/presence.ts'

/** How long answers under way may take, and how long connections that rest may still bring requests. */
const drainMs = 3_000
const quietMs = 250
const quietTurns = 4
const longestGraceMs = 5_000
const maxHeaderSize = 16_384
const lingerMs = 300

export type LakeServer = {port: number; stop(): Promise<void>}

const errorCode = (error: unknown): string | undefined =>
  z.object({code: z.string()}).safeParse(error).data?.code

async function bind(server: Server, port: number, host: string): Promise<number> {
  server.listen({port, host, ipv6Only: true})
  await once(server, 'listening')
  return z.object({port: z.number()}).parse(server.address()).port
}

/** Listens for the app on both loopback addresses; a machine without IPv6 has one. */
export async function listenOnLoopback(
  makeServer: () => Server,
  port: number,
): Promise<{port: number; servers: Server[]}> {
  const four = makeServer()
  const six = makeServer()
  try {
    const bound = await bind(four, port, '127.0.0.1')
    try {
      await bind(six, bound, '::1')
      return {port: bound, servers: [four, six]}
    } catch (error) {
      const code = errorCode(error)
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return {port: bound, servers: [four]}
      four.close()
      throw error
    }
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is taken by another program; stop it or choose another port.`, {
      cause: error,
    })
  }
}

/** Behind a proxy: the one address that was named. */
async function listenOnAddress(
  makeServer: () => Server,
  port: number,
  address: string,
): Promise<{port: number; servers: Server[]}> {
  const server = makeServer()
  return {port: await bind(server, port, address), servers: [server]}
}

/** Opens the main port and the siblings for event streams. `onPort` hears the main port before the first request. */
export async function startServer(ctx: LakeContext, onPort: (port: number) => void): Promise<LakeServer> {
  const streams = createStreamPorts(ctx.clock)
  const app = createApp(ctx, streams)
  const presence = createPresence(ctx)
  let isDraining = false
  const admit = connectionLimit(ctx.limits.connections)
  const {headersTimeoutMs, requestTimeoutMs, keepAliveTimeoutMs} = ctx.limits
  const serverOptions = {
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    // Node looks for late callers every 30 s unless told; the timeouts above would be three times as long.
    connectionsCheckingInterval: Math.ceil(headersTimeoutMs / 4),
    maxHeaderSize,
    // Without one it is ours to refuse.
    requireHostHeader: false,
  }
  const answer = getRequestListener(app.fetch, {autoCleanupIncoming: false})
  let lastRequestAt = 0
  let connections = 0
  const makeServer = (): Server => {
    const server = createServer(serverOptions, (request, response) => {
      leaveRestUnread(request, response)
      if (!refuseStrangeTarget(request, response, ctx)) void answer(request, response)
    })
    server.on('connection', admit)
    server.on('upgrade', presence.upgrade)
    server.on('connection', () => {
      connections += 1
    })
    server.prependListener('request', (_request, response) => {
      lastRequestAt = performance.now()
      if (isDraining) response.shouldKeepAlive = false
    })
    return server
  }
  const servers: Server[] = []
  const stop = async (): Promise<void> => {
    presence.close()
    // Event streams have no end of their own.
    ctx.listeners.close()
    // Connections that reached this machine are accepted first: closing the listening socket would reset them.
    await untilQuiet(() => connections)
    isDraining = true
    await Promise.all(servers.map((server) => drain(server, () => lastRequestAt)))
  }
  try {
    const {port, public: outside} = ctx.config
    const main = outside
      ? await listenOnAddress(makeServer, port, outside.address)
      : await listenOnLoopback(makeServer, port)
    servers.push(...main.servers)
    onPort(main.port)
    for (const wanted of streamPortsOf(ctx, main.port)) {
      const sibling = await listenOnLoopback(makeServer, wanted)
      servers.push(...sibling.servers)
      streams.open(sibling.port)
    }
    return {port: main.port, stop}
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * Node and the adaptor would read the rest of a body that was refused, however long it is. Here it stays where it is, and
 * the connection ends once the caller has had time to read the answer.
 */
function leaveRestUnread(request: IncomingMessage, response: ServerResponse): void {
  request.read(0)
  response.once('finish', () => {
    // Asked again at the end: a small rest has come by then, and the connection may serve another request.
    const cut = (): void => void (request.complete || request.socket.destroy())
    if (!request.complete) setTimeout(cut, lingerMs).unref()
  })
}

/** One limit for all ports together; who comes too late is hung up on, and may call again. */
function connectionLimit(most: number): (socket: Socket) => void {
  let open = 0
  return (socket) => {
    if (open >= most) return void socket.destroy()
    open += 1
    socket.once('close', () => void (open -= 1))
  }
}

/** With a free main port the siblings are free ones too, so that two test lakes never collide. */
function streamPortsOf({config}: LakeContext, mainPort: number): readonly number[] {
  // A TLS proxy speaks HTTP/2, where one connection carries all streams.
  if (config.public) return []
  const wanted = config.streamPorts ?? Array.from({length: 8}, (_, index) => mainPort + 1 + index)
  return config.port === 0 ? wanted.map(() => 0) : wanted
}

/** Resolves when a few turns of the event loop in a row took no connection; each turn takes one at most. */
async function untilQuiet(connections: () => number): Promise<void> {
  const until = performance.now() + quietMs
  let seen = connections()
  for (let quiet = 0; quiet < quietTurns && performance.now() < until; quiet++) {
    await nextTurn()
    if (connections() > seen) quiet = -1
    seen = connections()
  }
}

/**
 * Takes no new connection and answers what is under way. HTTP's own close would at once cut connections that rest, also
 * one on which a request is just arriving; so it comes when none has arrived for a moment. Each answer until then ends
 * its connection.
 */
async function drain(server: Server, lastRequestAt: () => number): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  NetServer.prototype.close.call(server)
  const stopsResting = performance.now() + longestGraceMs
  let quietFrom = performance.now()
  while (performance.now() < Math.min(stopsResting, quietFrom + quietMs)) {
    if (await Promise.race([closed.then(() => true), wait(quietMs / 5, false)])) return
    quietFrom = Math.max(quietFrom, lastRequestAt())
  }
  server.close()
  const cut = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(cut)
}
