import {once} from 'node:events'
import {createServer, type RequestListener, type Server} from 'node:http'

/** The two names of this machine's own address; no other address is ever listened on. */
const addresses = ['127.0.0.1', '::1'] as const

/**
 * Serves on 127.0.0.1 and, where the machine has it, on ::1, because `localhost` is one or the other from program to
 * program. Rejects when the port is taken on either.
 */
export async function listenOnLoopback(listener: RequestListener, port: number): Promise<Server[]> {
  const servers: Server[] = []
  for (const address of addresses) {
    const server = createServer(listener).listen(port, address)
    try {
      await once(server, 'listening')
      servers.push(server)
    } catch (cause) {
      if (address === '::1' && isAbsent(cause)) continue
      for (const open of servers) open.close()
      throw cause
    }
  }
  return servers
}

function isAbsent(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRNOTAVAIL'
}

/** Closes servers once their requests are answered; what is still open after `graceMs`, such as a stream, is cut. */
export async function closeServers(servers: readonly Server[], graceMs: number): Promise<void> {
  const closed = servers.map((server) => new Promise((done) => server.close(done)))
  for (const server of servers) server.closeIdleConnections()
  const cut = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), graceMs)
  await Promise.all(closed)
  clearTimeout(cut)
}
