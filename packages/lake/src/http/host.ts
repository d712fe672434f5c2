import type {IncomingMessage, ServerResponse} from 'node:http'
import type {LakeContext} from '../context.ts'

/** The one Host a browser may have meant; a name that was rebound to this machine is another, and is refused. */
export function isOwnHost(host: string | undefined, port: number | undefined, ctx: LakeContext): boolean {
  const names = ['127.0.0.1', 'localhost', '[::1]', `${ctx.config.projectId}.localhost`]
  return names.some((name) => host === `${name}:${port}`) || host === new URL(ctx.publicUrl()).host
}

/** How many `Host` lines came: Node keeps the first and hides the others. */
const hostsIn = ({rawHeaders}: IncomingMessage): number =>
  rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length

/** Before anything else looks at a request: answers one for another host, or for no path. False when all is well. */
export function refuseStrangeTarget(
  request: IncomingMessage,
  response: ServerResponse,
  ctx: LakeContext,
): boolean {
  const isForUs = hostsIn(request) === 1 && isOwnHost(request.headers.host, request.socket.localPort, ctx)
  const hasPath = request.url?.startsWith('/') ?? false
  if (isForUs && hasPath) return false
  const [status, error, message] = hasPath
    ? [421, 'Misdirected Request', 'Unknown host']
    : [400, 'Bad Request', 'Expected a path as the target of the request']
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    vary: 'Origin',
    connection: 'close',
  })
  response.end(JSON.stringify({statusCode: status, error, message}))
  return true
}
