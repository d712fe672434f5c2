import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import next from 'next'
import {z} from 'zod'
import {siteEnv} from './src/env.ts'
import {closeServers, listenOnLoopback} from './src/loopback.ts'
import {answerPlainly, plainNotFound} from './src/plain-pages.ts'
import {admitDrafts} from './src/preview/draft-requests.ts'

// `next start` with what it cannot do: both loopback addresses, pages for 404 and 503 that need no script,
// headers of drafts that name the Studio of this very start, and an orderly stop.
const port = Number(process.env['PORT'] ?? 3000)
const hostname = process.env['HOSTNAME'] ?? '127.0.0.1'
const stopGraceMs = 3_000
const dir = import.meta.dirname
const {siteUrl, studioOrigin, previewToken} = siteEnv()

const manifest = z.object({preview: z.object({previewModeId: z.string().min(32)})})
const built: unknown = JSON.parse(readFileSync(join(dir, '.next/prerender-manifest.json'), 'utf8'))
const draftId = manifest.parse(built).preview.previewModeId
const drafts = {siteUrl, studioOrigin, draftId, siteSecret: previewToken ?? ''}
const notFound = plainNotFound(readFileSync(join(dir, '.next/server/app/_not-found.html'), 'utf8'))

const app = next({dev: false, dir, hostname, port})
await app.prepare()
const handle = app.getRequestHandler()
const servers = await listenOnLoopback((request, response) => {
  answerPlainly(request, response, {notFound})
  admitDrafts(request, response, drafts)
  void handle(request, response)
}, port)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void closeServers(servers, stopGraceMs).then(() => process.exit(0)))
}
