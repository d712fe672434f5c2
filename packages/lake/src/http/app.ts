import {Hono} from 'hono'
import {getPath} from 'hono/utils/url'
import type {LakeContext} from '../context.ts'
import {actions} from '../endpoints/actions.ts'
import {serveFile, serveImage, uploadAsset} from '../endpoints/assets.ts'
import {authFetch, authId, authLogin, authLoginSubmit, authLogout, authProviders} from '../endpoints/auth.ts'
import {doc} from '../endpoints/doc.ts'
import {emptyAnswers} from '../endpoints/empty-answers.ts'
import {exportDataset} from '../endpoints/export.ts'
import {historyDocuments} from '../endpoints/history-documents.ts'
import {historyEvents, releaseEvents} from '../endpoints/history-events.ts'
import {historyTransactions} from '../endpoints/history-transactions.ts'
import {listen} from '../endpoints/listen.ts'
import {liveEvents} from '../endpoints/live-events.ts'
import {mutate} from '../endpoints/mutate.ts'
import * as project from '../endpoints/project.ts'
import {query} from '../endpoints/query.ts'
import {keyValues, requireIdentity, setKeyValues, usersByIds, usersMe} from '../endpoints/users.ts'
import type {LakeEnv} from '../env.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'
import {createMetrics} from '../metrics/metrics.ts'
import {hasDataset} from '../project/datasets.ts'
import {jsonBody} from './body.ts'
import {door, isStream} from './door.ts'
import {answerError, genericBody} from './errors.ts'
import type {StreamPorts} from './stream-ports.ts'

/** `/v2025-02-19/data/…` → `/data/…`: the version never changes the route. */
export function pathOf(request: Request): string {
  return getPath(request).replace(/^\/v(\d{4}-\d{2}-\d{2}|\d+|X)(?=\/)/, '')
}

/** Every route of the lake, behind the one door. */
export function createApp(ctx: LakeContext, streams: StreamPorts): Hono<LakeEnv> {
  const app = new Hono<LakeEnv>({getPath: pathOf})
  app.onError(answerError(ctx.log))
  app.notFound((c) => c.json(genericBody(404, 'Not found'), 404))
  const metrics = createMetrics(ctx)
  app.use(metrics.measure)
  app.use(door(ctx, streams))
  app.use(jsonBody)
  app.use(async (c, next) => {
    if (!isStream(c.req.path) || c.req.method !== 'GET') return next()
    const {outgoing} = c.env
    const leave = ctx.access.open.enter(requireIdentity(c), () => outgoing.destroy())
    outgoing.once('close', streams.enter(c.env.incoming.socket.localPort))
    outgoing.once('close', leave)
    return next()
  })
  app.get('/healthz', project.healthz(ctx))
  app.get('/metrics', metrics.answer)
  mountData(app, ctx)
  mountSession(app, ctx)
  mountProject(app, ctx)
  mountAssets(app, ctx)
  app.route('/', emptyAnswers())
  return app
}

function mountData(app: Hono<LakeEnv>, ctx: LakeContext): void {
  // Anonymous callers get nothing of the content, whatever a handler would do.
  const inside = [
    '/data/query/*',
    '/data/doc/*',
    '/data/listen/*',
    '/data/live/*',
    '/data/mutate/*',
    '/data/actions/*',
    '/data/history/*',
    '/data/export/*',
  ]
  for (const path of inside) {
    app.use(path, async (c, next) => {
      const identity = requireIdentity(c)
      const dataset = datasetIn(c.req.path)
      if (!hasDataset(ctx.store, dataset) || !mayEnter(ctx, identity, dataset))
        throw new LakeError(
          'notFound',
          `Dataset "${dataset}" not found for project "${ctx.config.projectId}"`,
        )
      return next()
    })
  }
  app.on(['GET', 'POST'], '/data/query/:dataset', query(ctx))
  app.get('/data/doc/:dataset/:ids', doc(ctx))
  app.get('/data/listen/:dataset', listen(ctx))
  app.get('/data/live/events/:dataset', liveEvents(ctx))
  app.post('/data/mutate/:dataset', mutate(ctx))
  app.post('/data/actions/:dataset', actions(ctx))
  app.get('/data/history/:dataset/transactions/:ids', historyTransactions(ctx))
  app.get('/data/history/:dataset/documents/:ids', historyDocuments(ctx))
  app.get('/data/history/:dataset/events/documents/:id', historyEvents(ctx))
  app.get('/data/history/:dataset/events/releases/:id', releaseEvents(ctx))
  app.get('/data/export/:dataset', exportDataset(ctx))
}

/** `/data/query/production`, `/data/history/production/…`, `/data/live/events/production` */
const datasetIn = (path: string): string => /^\/data\/(?:live\/events|[a-z]+)\/([^/]*)/.exec(path)?.[1] ?? ''

/** A dataset in which a role may do nothing is to it as if it were not there. */
const mayEnter = ({access}: LakeContext, identity: Identity, dataset: string): boolean =>
  (['read', 'create', 'update', 'history'] as const).some((each) => access.reaches(identity, dataset, each))

function mountSession(app: Hono<LakeEnv>, ctx: LakeContext): void {
  app.get('/auth/providers', authProviders(ctx))
  app.get('/auth/id', authId(ctx))
  app.get('/auth/fetch', authFetch(ctx))
  app.post('/auth/logout', authLogout(ctx))
  app.get('/auth/login', authLogin(ctx))
  app.post('/auth/login', authLoginSubmit(ctx))
  app.get('/users/me', usersMe(ctx))
  app.get('/users/me/keyvalue/:keys', keyValues(ctx))
  app.put('/users/me/keyvalue', setKeyValues(ctx))
  app.get('/users/:ids', usersByIds(ctx))
  app.get('/projects/:project/users/:ids', usersByIds(ctx))
}

function mountProject(app: Hono<LakeEnv>, ctx: LakeContext): void {
  app.get('/projects/:project', project.project(ctx))
  app.get('/projects/:project/roles', project.roles(ctx))
  app.get('/projects/:project/datasets', project.datasets(ctx))
  app.get('/datasets', project.datasets(ctx))
  app.put('/datasets/:dataset', project.createDataset(ctx))
  app.put('/projects/:project/datasets/:dataset', project.createDataset(ctx))
  app.get('/projects/:project/datasets/:dataset/acl', project.acl(ctx))
  app.get('/features', project.features())
  app.get('/check/cors', project.checkCors())
  app.post('/comments/:dataset/setup', project.setupComments(ctx))
}

function mountAssets(app: Hono<LakeEnv>, ctx: LakeContext): void {
  app.post('/assets/images/:dataset', uploadAsset(ctx, 'images'))
  app.post('/assets/files/:dataset', uploadAsset(ctx, 'files'))
  app.get('/images/:project/:dataset/:file', serveImage(ctx))
  app.get('/files/:project/:dataset/:file', serveFile(ctx))
}
