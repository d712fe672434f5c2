import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type WebSocket} from 'ws'
import {z} from 'zod'
import type {LakeContext} from '../context.ts'
import {isOwnHost} from '../http/host.ts'
import {draftIdOf, publishedIdOf} from '../document-id.ts'
import type {Identity} from '../identity.ts'
import {openLocations} from './locations.ts'

const heartbeat = '♥'
const maxFrameBytes = 100_000
const frame = z.object({
  id: z.union([z.string(), z.number()]),
  method: z.string(),
  params: z
    .looseObject({authorization: z.string().optional(), session: z.string().optional(), data: z.unknown()})
    .partial()
    .optional(),
})
type Frame = z.infer<typeof frame>
type Peer = {
  leave: () => void
  socket: WebSocket
  dataset: string
  identity: Identity | null
  subscription: string | null
}

/** Who is where in the Studio: JSON-RPC over a WebSocket, fanned out to the others of the same dataset. */
export type Presence = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

export function createPresence(ctx: LakeContext): Presence {
  const server = new WebSocketServer({noServer: true, maxPayload: maxFrameBytes})
  const peers = new Set<Peer>()

  /** A document's id tells that it is there: only those who may read it, or its draft, hear who is in it. */
  const mayKnow =
    ({identity, dataset}: Peer) =>
    (documentId: string): boolean =>
      ctx.access.seesAll(identity, dataset, 'read') ||
      [documentId, publishedIdOf(documentId), draftIdOf(documentId)].some((id) => {
        const document = ctx.store.get(dataset, id)
        return document !== null && ctx.access.mayRead(identity, dataset, document)
      })

  const fanOut = (from: Peer, told: Record<string, unknown>): void => {
    for (const peer of peers) {
      if (peer === from || peer.dataset !== from.dataset || peer.subscription === null || !peer.identity)
        continue
      const result = told['type'] === 'state' ? {...told, m: openLocations(told['m'], mayKnow(peer))} : told
      const params = {subscription: peer.subscription, result}
      peer.socket.send(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
    }
  }

  const act = (peer: Peer, {id, method, params}: Frame, user: string): unknown => {
    switch (method) {
      case 'presence_subscribe':
        peer.subscription = `presence-${String(id)}`
        return peer.subscription
      case 'presence_unsubscribe':
        peer.subscription = null
        return true
      case 'presence_rollcall':
        fanOut(peer, {type: 'rollCall', i: user, session: params?.session})
        return true
      case 'presence_announce':
        fanOut(peer, {type: 'state', i: user, m: params?.data})
        return true
      case 'presence_disconnect':
        fanOut(peer, {type: 'disconnect', i: user, m: {session: params?.session}})
        return true
      default:
        return null
    }
  }

  const answer = async (peer: Peer, text: string): Promise<void> => {
    if (text === heartbeat) return peer.socket.send(heartbeat)
    const {data: call} = frame.safeParse(parseJson(text))
    if (!call) return peer.socket.close(1008)
    if (call.method === 'authorization') {
      const authorization = call.params?.authorization ?? ''
      const caller = await ctx.access.identify(new Request(ctx.publicUrl(), {headers: {authorization}}))
      peer.identity = caller && ctx.access.reaches(caller, peer.dataset, 'read') ? caller : null
      peer.leave()
      if (peer.identity) peer.leave = ctx.access.open.enter(peer.identity, () => peer.socket.terminate())
    }
    const {identity} = peer
    const result = identity
      ? call.method === 'authorization'
        ? true
        : act(peer, call, identity.userId)
      : null
    const body = result === null ? {error: {code: -32_600, message: 'Unauthorized or unknown'}} : {result}
    peer.socket.send(JSON.stringify({jsonrpc: '2.0', id: call.id, ...body}))
  }

  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const dataset = socketPath.exec(request.url ?? '')?.[1] ?? ''
    const peer: Peer = {leave: () => {}, socket, dataset, identity: null, subscription: null}
    peers.add(peer)
    socket.on('message', (data) => {
      answer(peer, data.toString()).catch(() => socket.close(1011))
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      peers.delete(peer)
      peer.leave()
    })
  })

  return {
    upgrade: (request, socket, head) => {
      const {host, origin} = request.headers
      const isAllowed = origin === undefined || ctx.config.allowedOrigins.includes(origin)
      const refuse = (status: string): void =>
        void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      if (!isOwnHost(host, request.socket.localPort, ctx)) return refuse('421 Misdirected Request')
      if (!isAllowed) return refuse('403 Forbidden')
      if (!socketPath.test(request.url ?? '')) return refuse('400 Bad Request')
      server.handleUpgrade(request, socket, head, (accepted) => server.emit('connection', accepted, request))
    },
    close: () => {
      for (const {socket} of peers) socket.terminate()
      server.close()
    },
  }
}

const socketPath = /^\/v[\dX-]+\/socket\/([a-z0-9_-]+)(\?|$)/

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
