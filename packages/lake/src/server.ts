import {getRequestListener} from '@hono/node-server'
import {once} from 'node:events'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {Socket} from 'node:net'
import {z} from 'zod'
import type {LakeContext} from './context.ts'
import {createApp} from './http/app.ts'
import {refuseStrangeTarget} from './http/host.ts'
import {createStreamPorts} from './http/stream-ports.ts'
import {createPresence} from './presence/presence.ts'

const maxHeaderSize = 16_384
const drainMs = 2_000
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

/** Opens the main port and the siblings for event streams. `onPort` hears the main port before the first request. */
export async function startServer(ctx: LakeContext, onPort: (port: number) => void): Promise<LakeServer> {
  const streams = createStreamPorts(ctx.clock)
  const app = createApp(ctx, streams)
  const presence = createPresence(ctx)
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
  const makeServer = (): Server => {
    const server = createServer(serverOptions, (request, response) => {
      leaveRestUnread(request, response)
      if (!refuseStrangeTarget(request, response, ctx)) void answer(request, response)
    })
    server.on('connection', admit)
    server.on('upgrade', presence.upgrade)
    return server
  }
  const servers: Server[] = []
  const stop = async (): Promise<void> => {
    presence.close()
    await Promise.all(servers.map(close))
  }
  try {
    const main = await listenOnLoopback(makeServer, ctx.config.port)
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
  const wanted = config.streamPorts ?? Array.from({length: 8}, (_, index) => mainPort + 1 + index)
  return config.port === 0 ? wanted.map(() => 0) : wanted
}

/** Lets answers under way finish; event streams never would, and are cut after a moment. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(cut)
}
