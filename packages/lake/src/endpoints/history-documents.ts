import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {openLog} from '../history/log.ts'
import {LakeError} from '../lake-error.ts'

/** GET /data/history/:dataset/documents/:ids – documents as they were at a revision, at a time, or last. */
export const historyDocuments = (ctx: LakeContext) => {
  const log = openLog(ctx.store)
  return (c: Context<LakeEnv>) => {
    const {identity} = c.var
    if (!identity) throw new LakeError('unauthorized', 'History needs a session')
    const dataset = c.req.param('dataset') ?? ''
    const {revision, time, lastRevision} = c.req.query()
    const at = time ? Date.parse(time) : Date.now()
    if (Number.isNaN(at))
      throw new LakeError('invalidRequest', `“${time}” is no time: expected 2026-01-31T12:00:00Z`)
    const asOf = (id: string) => {
      if (revision) return log.atRevision(dataset, id, revision)
      return lastRevision === 'true'
        ? log.last(dataset, id)
        : log.atTime(dataset, id, new Date(at).toISOString())
    }
    const documents = (c.req.param('ids') ?? '')
      .split(',')
      .map(asOf)
      .filter((document) => document !== null)
      .filter((document) => ctx.access.mayReadHistory(identity, dataset, document))
    return c.json({documents})
  }
}
