import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {openLog} from '../history/log.ts'
import {historyReader, timeOf} from './history-access.ts'

/** GET /data/history/:dataset/documents/:ids – documents as they were at a revision, at a time, or last. */
export const historyDocuments = (ctx: LakeContext) => {
  const log = openLog(ctx.store)
  return (c: Context<LakeEnv>) => {
    const {identity, dataset} = historyReader(ctx, c)
    const {revision, time, lastRevision} = c.req.query()
    const at = timeOf(time) ?? new Date(ctx.clock.now()).toISOString()
    const asOf = (id: string) => {
      if (revision) return log.atRevision(dataset, id, revision)
      return lastRevision === 'true' ? log.last(dataset, id) : log.atTime(dataset, id, at)
    }
    const documents = (c.req.param('ids') ?? '')
      .split(',')
      .map(asOf)
      .filter((document) => document !== null)
      .filter((document) => ctx.access.mayReadHistory(identity, dataset, document))
    return c.json({documents})
  }
}
