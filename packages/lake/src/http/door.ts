import type {Context, MiddlewareHandler} from 'hono'
import {bearerOf} from '../access/access.ts'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {throttle} from './throttle.ts'
import type {StreamPorts} from './stream-ports.ts'

const isPicture = (path: string): boolean => /^\/(images|files)\//.test(path)
export const isStream = (path: string): boolean => /^\/data\/(listen|live\/events)\//.test(path)
const isLogin = (path: string): boolean => path === '/auth/login'

export function corsHeadersFor(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'content-type, retry-after, etag',
    vary: 'Origin',
  }
}

function preflight(c: Context<LakeEnv>): Response {
  const asked = c.req.header('access-control-request-headers')
  return c.body(null, 204, {
    ...c.var.corsHeaders,
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    ...(asked && /^[a-z0-9-]+(\s*,\s*[a-z0-9-]+)*$/i.test(asked)
      ? {'access-control-allow-headers': asked}
      : {}),
    'access-control-max-age': '600',
  })
}

/** A page of another site may not even ask; a browser says so with Sec-Fetch-Site where it sends no Origin. */
function isForeignFetch(c: Context<LakeEnv>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== 'cross-site' && site !== 'same-site') return false
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return true
  if (isPicture(c.req.path)) return false
  return !(isLogin(c.req.path) && c.req.header('sec-fetch-mode') === 'navigate')
}

function isExpired(ctx: LakeContext, c: Context<LakeEnv>): boolean {
  const token = bearerOf(c.req.header('authorization'))
  return token !== null && ctx.access.tokens.isExpired(token)
}

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
}

/** First of all, after the Host: which Origin, which caller. What passes has `identity` and `corsHeaders` set. */
export function door(ctx: LakeContext, streams: StreamPorts): MiddlewareHandler<LakeEnv> {
  return async (c, next) => {
    const {incoming} = c.env
    const port = incoming.socket.localPort
    c.set('corsHeaders', {vary: 'Origin'})
    c.set('identity', null)
    c.set('isExpired', false)
    c.set('apiVersion', /^\/v(\d{4}-\d{2}-\d{2}|\d+|X)\//.exec(incoming.url ?? '')?.[1] ?? 'X')
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value)
    c.header('cross-origin-resource-policy', isPicture(c.req.path) ? 'same-site' : 'same-origin')
    c.header('vary', 'Origin')
    const origin = c.req.header('origin')
    const isSibling = streams.isSibling(port)
    if (isSibling && !isStream(c.req.path))
      throw new LakeError('misdirected', 'This port answers event streams only')
    if (origin === undefined) {
      if (isForeignFetch(c)) throw new LakeError('forbidden', 'Not for pages of other sites')
    } else if (ctx.config.allowedOrigins.includes(origin)) {
      c.set('corsHeaders', corsHeadersFor(origin))
    } else if (isSibling && origin === 'null' && c.req.query('ticket')) {
      const isAsking = c.req.method === 'OPTIONS'
      const ticket = isAsking ? null : streams.redeem(incoming.url ?? '')
      if (!ticket && !isAsking)
        throw new LakeError('forbidden', 'The ticket is used, expired or for another stream')
      c.set('identity', ticket)
      c.set('corsHeaders', corsHeadersFor('null'))
    } else if (!(isLogin(c.req.path) && URL.parse(origin)?.host === incoming.headers.host)) {
      throw new LakeError('forbidden', 'Origin not allowed')
    }
    for (const [name, value] of Object.entries(c.var.corsHeaders)) c.header(name, value)
    if (c.req.method === 'OPTIONS') {
      await throttle(ctx, c, {isAnonymous: false})
      return preflight(c)
    }
    if (c.var.identity === null) c.set('identity', await ctx.access.identify(c.req.raw))
    await throttle(ctx, c, {isAnonymous: c.var.identity === null && !isPicture(c.req.path)})
    if (c.var.identity === null) c.set('isExpired', isExpired(ctx, c))
    if (origin !== undefined && !isSibling && c.req.method === 'GET' && isStream(c.req.path)) {
      const target =
        c.var.identity && streams.redirect(incoming.url ?? '', incoming.headers.host ?? '', c.var.identity)
      if (target) return c.redirect(target, 307)
    }
    return next()
  }
}
