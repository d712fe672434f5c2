import {serve} from '@hono/node-server'
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'
import {existsSync, readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {join} from 'node:path'

export type StudioSettings = {
  /** Address of the lake; null for hosted Sanity. */
  apiHost: string | null
  projectId: string
  dataset: string
  siteUrl: string
}

export type StudioServerOptions = {
  /** The folder of the Studio's build, with its index.html. */
  directory: string
  port: number
  settings: StudioSettings
  /** Ports on which the lake answers event streams. */
  streamPorts: readonly number[]
}

/** The answer of the Host check, as in hardening.md section 3. */
const misdirected = 421

/**
 * The policy that keeps the Studio on this machine: fonts, version checks, error reports and feedback of other hosts
 * are refused by the browser. With hosted Sanity its hosts are added.
 */
export function studioPolicy({
  settings,
  streamPorts,
}: Pick<StudioServerOptions, 'settings' | 'streamPorts'>): string {
  const lake = settings.apiHost
    ? lakeSources(settings.apiHost, settings.projectId, streamPorts)
    : hostedSources(settings.projectId)
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `img-src 'self' data: blob: ${lake.images} ${settings.siteUrl}`,
    `connect-src 'self' ${lake.connections} ${settings.siteUrl}`,
    "worker-src 'self' blob:",
    `frame-src 'self' ${settings.siteUrl}`,
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** Some parts of the Studio put the project into the host name whatever they are told, so that name is allowed too. */
function lakeSources(
  apiHost: string,
  projectId: string,
  streamPorts: readonly number[],
): {images: string; connections: string} {
  const {protocol, hostname, host, origin} = new URL(apiHost)
  const streams = streamPorts.map((port) => `${protocol}//${hostname}:${port}`)
  const socket = `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}`
  return {
    images: origin,
    connections: [origin, `${protocol}//${projectId}.${host}`, ...streams, socket].join(' '),
  }
}

function hostedSources(projectId: string): {images: string; connections: string} {
  const api = `https://${projectId}.api.sanity.io`
  return {
    images: 'https://cdn.sanity.io',
    connections: `${api} https://${projectId}.apicdn.sanity.io https://api.sanity.io wss://${projectId}.api.sanity.io`,
  }
}

/** Puts the settings into the Studio's page, so that one build serves every backend. */
function shellWith(html: string, settings: StudioSettings): string {
  const content = JSON.stringify(settings)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
  return html.replace('<head>', `<head><meta name="lantern-settings" content="${content}"/>`)
}

/** The Studio as an application: its files, and its page for every other path. */
export function studioApp(options: StudioServerOptions): Hono {
  const index = join(options.directory, 'index.html')
  if (!existsSync(index))
    throw new Error(`${index} is missing: build the Studio first (npm run build -w sanity-studio).`)
  const shell = shellWith(readFileSync(index, 'utf8'), options.settings)
  const policy = studioPolicy(options)
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${options.port}`))
  const app = new Hono()
  app.use(async (c, next) => {
    if (!hosts.has(c.req.header('host') ?? ''))
      return c.text(`Expected one of the hosts ${[...hosts].join(', ')}.`, misdirected)
    await next()
    c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Cross-Origin-Opener-Policy', 'same-origin-allow-popups')
  })
  app.get('/healthz', (c) => c.json({status: 'up'}))
  app.use(
    '/static/*',
    serveStatic({
      root: options.directory,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('/static/*', (c) => c.text('There is no such file.', 404))
  app.get('*', (c) => c.html(shell, 200, {'Cache-Control': 'no-cache'}))
  return app
}

/** Serves the Studio on 127.0.0.1 and, where the machine has it, ::1. Gives a function that stops it. */
export async function startStudioServer(options: StudioServerOptions): Promise<() => Promise<void>> {
  const app = studioApp(options)
  const servers: Server[] = []
  for (const hostname of ['127.0.0.1', '::1']) {
    const server = await listen(app, hostname, options.port)
    if (server) servers.push(server)
  }
  return async () => {
    await Promise.all(servers.map((server) => stop(server)))
  }
}

function listen(app: Hono, hostname: string, port: number): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = serve({fetch: app.fetch, hostname, port, overrideGlobalObjects: false}, () =>
      resolve(httpServer(server)),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (hostname === '::1' && error.code === 'EADDRNOTAVAIL') resolve(null)
      else reject(error)
    })
  })
}

function httpServer(server: ReturnType<typeof serve>): Server {
  if ('closeAllConnections' in server) return server
  throw new Error('The Studio is served over HTTP/1.1.')
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
