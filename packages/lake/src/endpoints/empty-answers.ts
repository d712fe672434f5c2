import {Hono} from 'hono'
import type {LakeEnv} from '../env.ts'

/** How many releases a plan allows; the Studio compares its own count with them before it makes one. */
const releasesWithoutLimit = {
  orgActiveReleaseCount: 0,
  orgMeteredActiveReleaseCount: 0,
  datasetReleaseLimit: Number.MAX_SAFE_INTEGER,
  orgActiveReleaseLimit: null,
}

/** What the Studio asks of the hosted service and does not need from this one: nothing, in the shape it expects. */
export function emptyAnswers(): Hono<LakeEnv> {
  const app = new Hono<LakeEnv>()
  app.get('/ping', (c) => c.text('pong'))
  app.get('/data/ping/:dataset', (c) => c.json({}))
  app.get('/projects/:project/grants', (c) => c.json({}))
  app.get('/projects/:project/user-applications', (c) => c.json([]))
  app.get('/projects/:project/new-content-release-allowed', (c) => c.json({data: releasesWithoutLimit}))
  // No plan, so no day on which a published or archived release is forgotten.
  app.get('/subscriptions/project/:project', (c) => c.json(null))
  app.get('/journey/*', (c) => c.json(null))
  app.get('/help', (c) => c.json({resources: {title: '', sectionArray: []}}))
  app.all('/intake/*', (c) => c.body(null, 204))
  app.get('/data/references/:dataset/documents/:id/to', (c) => c.json({totalCount: 0, references: []}))
  return app
}
