import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import {draftIdOf, publishedIdOf} from '../document-id.ts'
import type {LakeEnv} from '../env.ts'
import {eventsOf} from '../history/events.ts'
import {openLog} from '../history/log.ts'
import {LakeError} from '../lake-error.ts'

/** GET /data/history/:dataset/events/documents/:id – created, published, unpublished, deleted; newest first. */
export const historyEvents = (ctx: LakeContext) => {
  const log = openLog(ctx.store)
  return (c: Context<LakeEnv>) => {
    const {identity} = c.var
    if (!identity) throw new LakeError('unauthorized', 'History needs a session')
    const dataset = c.req.param('dataset') ?? ''
    const asked = c.req.param('id') ?? c.req.param('ids') ?? ''
    const publishedId = publishedIdOf(asked)
    const ids = [...new Set([publishedId, draftIdOf(publishedId), asked])]
    const mayKnow = log
      .touching(dataset, ids)
      .filter(({changes}) =>
        changes.every(({before, after}) =>
          [before, after].every(
            (document) => document === null || ctx.access.mayReadHistory(identity, dataset, document),
          ),
        ),
      )
    const events = eventsOf(publishedId, mayKnow)
    const start = Math.max(0, Number.parseInt(c.req.query('nextCursor') ?? '', 10) || 0)
    const limit = Math.max(1, Number.parseInt(c.req.query('limit') ?? '', 10) || 100)
    const nextCursor = start + limit < events.length ? String(start + limit) : ''
    return c.json({events: {[asked]: events.slice(start, start + limit)}, nextCursor})
  }
}
