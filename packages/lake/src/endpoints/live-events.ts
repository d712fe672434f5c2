import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import {isPublishedId} from '../document-id.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {openEventStream} from '../listen/event-stream.ts'
import {tagsOfChange} from '../listen/sync-tags.ts'
import {isSystemId} from '../releases/release.ts'
import type {Change, Commit} from '../transact/types.ts'

/** GET /data/live/events/:dataset – tags of what changed, never what it changed to. Drafts only for a session. */
export const liveEvents = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const dataset = c.req.param('dataset') ?? ''
  const includeDrafts = c.req.query('includeDrafts') === 'true'
  if (includeDrafts && !c.var.identity) throw new LakeError('unauthorized', 'Drafts need a session')
  // A tag tells that something changed, and which type it has: only to whoever may read it, before or after.
  const mayKnow = ({documentId, before, after}: Change): boolean =>
    (includeDrafts || isPublic(documentId)) &&
    [before, after].some((side) => side !== null && ctx.access.mayRead(c.var.identity, dataset, side))
  const stream = openEventStream(c.env.outgoing, c.var.corsHeaders)
  const now = ctx.store.sequence()
  const position = /^\d+$/u.exec(c.req.header('last-event-id') ?? '')?.[0]
  const missed = position === undefined ? [] : ctx.listeners.replay.since(dataset, Number(position))
  const tell = (commits: readonly Commit[], seq: number): void => {
    const tags = tagsOf(commits, mayKnow)
    if (tags.length > 0) stream.send({id: String(seq), data: {tags}})
  }
  stream.send({name: 'welcome', id: String(now), data: {}})
  if (missed === null) stream.send({name: 'restart', id: String(now), data: {}})
  else tell(missed, now)
  const leave = ctx.listeners.follow(dataset, (commit) => tell([commit], commit.seq))
  const release = ctx.listeners.hold(stream.end)
  stream.onClose(() => {
    leave()
    release()
  })
  return RESPONSE_ALREADY_SENT
}

const isPublic = (id: string): boolean => isPublishedId(id) && !isSystemId(id)

/** What these commits touched, of what may be known. */
function tagsOf(commits: readonly Commit[], mayKnow: (change: Change) => boolean): string[] {
  const heard = commits.flatMap(({changes}) => changes).filter(mayKnow)
  return [...new Set(heard.flatMap(tagsOfChange))]
}
