import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeDocument} from '../document.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {isPublic} from '../listen/event.ts'
import {openEventStream} from '../listen/event-stream.ts'
import {syncTagsOf} from '../listen/sync-tags.ts'

/** GET /data/live/events/:dataset – tags of what changed, never what it changed to. Drafts only for a session. */
export const liveEvents = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const dataset = c.req.param('dataset') ?? ''
  const includeDrafts = c.req.query('includeDrafts') === 'true'
  if (includeDrafts && !c.var.identity) throw new LakeError('unauthorized', 'Drafts need a session')
  const mayKnow = ({before, after}: {before: LakeDocument | null; after: LakeDocument | null}): boolean =>
    [before, after].some((side) => side !== null && ctx.access.mayRead(c.var.identity, dataset, side))
  const stream = openEventStream(c.env.outgoing, c.var.corsHeaders)
  const now = ctx.store.sequence()
  const position = /^\d+$/u.exec(c.req.header('last-event-id') ?? '')?.[0]
  const missed = position === undefined ? [] : ctx.listeners.replay.since(dataset, Number(position))
  const tags = syncTagsOf(dataset)
  stream.send({name: 'welcome', id: String(now), data: {}})
  if (missed === null) stream.send({name: 'restart', id: String(now), data: {}})
  else if (missed.some((commit) => commit.changes.some(mayKnow) && (includeDrafts || isPublic(commit)))) {
    stream.send({id: String(now), data: {tags}})
  }
  const leave = ctx.listeners.follow(dataset, (commit) => {
    if (!commit.changes.some((change) => mayKnow(change))) return
    if (includeDrafts || isPublic(commit)) stream.send({id: String(commit.seq), data: {tags}})
  })
  const release = ctx.listeners.hold(stream.end)
  stream.onClose(() => {
    leave()
    release()
  })
  return RESPONSE_ALREADY_SENT
}
