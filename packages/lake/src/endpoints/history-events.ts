import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import {publishedIdOf} from '../document-id.ts'
import type {LakeEnv} from '../env.ts'
import {eventsIn, eventSources, type HistoryEvent} from '../history/events.ts'
import {openLog} from '../history/log.ts'
import type {LoggedTransaction} from '../history/logged-transaction.ts'
import {releaseEventsIn} from '../history/release-events.ts'
import {releaseDocumentId} from '../releases/release.ts'
import {countOf, historyReader} from './history-access.ts'

const usualLimit = 100

/** GET /data/history/:dataset/events/documents/:id – created, published, unpublished, deleted; newest first. */
export const historyEvents = (ctx: LakeContext) => {
  const log = openLog(ctx.store)
  return (c: Context<LakeEnv>) => {
    const {dataset, mayKnow} = historyReader(ctx, c)
    const asked = c.req.param('id') ?? c.req.param('ids') ?? ''
    const publishedId = publishedIdOf(asked)
    const documentIds = eventSources(asked, log.versionsOf(dataset, publishedId))
    const transactions = log.transactions(dataset, {
      documentIds,
      newestFirst: true,
      lifecycleOnlyExcept: [publishedId, ...documentIds.filter((id) => id.startsWith('_.'))],
      toSeq: countOf(c.req.query('nextCursor')),
    })
    const told = page(transactions, c, (transaction) =>
      transaction.changes.every(mayKnow)
        ? eventsIn(asked, transaction, (id, seq) => log.revisionAt(dataset, id, seq))
        : [],
    )
    return c.json({events: {[asked]: told.events}, nextCursor: told.nextCursor})
  }
}

/** GET /data/history/:dataset/events/releases/:id – what became of a release and which documents it took in. */
export const releaseEvents = (ctx: LakeContext) => {
  const log = openLog(ctx.store)
  return (c: Context<LakeEnv>) => {
    const {dataset, mayKnow} = historyReader(ctx, c)
    const releaseId = c.req.param('id') ?? ''
    const documentId = releaseDocumentId(releaseId)
    const transactions = log.transactions(dataset, {
      documentIds: [documentId],
      prefix: `versions.${releaseId}.`,
      newestFirst: true,
      lifecycleOnlyExcept: [documentId],
      toSeq: countOf(c.req.query('nextCursor')),
    })
    return c.json(
      page(transactions, c, (transaction) =>
        releaseEventsIn(releaseId, {...transaction, changes: transaction.changes.filter(mayKnow)}),
      ),
    )
  }
}

/** Events until there are enough; the cursor is the number of the newest transaction that was not looked at. */
function page(
  transactions: Iterable<LoggedTransaction>,
  c: Context<LakeEnv>,
  eventsOf: (transaction: LoggedTransaction) => HistoryEvent[],
): {events: HistoryEvent[]; nextCursor: string} {
  const limit = countOf(c.req.query('limit')) ?? usualLimit
  const events: HistoryEvent[] = []
  for (const transaction of transactions) {
    if (events.length >= limit) return {events, nextCursor: String(transaction.seq)}
    events.push(...eventsOf(transaction))
  }
  return {events, nextCursor: ''}
}
