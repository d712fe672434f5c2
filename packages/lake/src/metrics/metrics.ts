import {statSync} from 'node:fs'
import type {Context, MiddlewareHandler} from 'hono'
import {routePath} from 'hono/route'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {family, sample} from './exposition.ts'
import {createRequestCounts} from './request-counts.ts'

const bytesOf = (path: string): number => statSync(path, {throwIfNoEntry: false})?.size ?? 0

type Gauge = [name: string, help: string, value: number]

/** What the lake tells a monitor: `measure` counts requests, `answer` is GET /metrics. */
export function createMetrics(ctx: LakeContext): {
  measure: MiddlewareHandler<LakeEnv>
  answer(c: Context<LakeEnv>): Response
} {
  const startedAt = performance.now()
  const requests = createRequestCounts()
  let transactions = 0
  ctx.writer.onCommit(() => {
    transactions += 1
  })

  const gauges = (): Gauge[] => {
    const copiedAt = ctx.backups.lastCopiedAt()
    const age = copiedAt === null ? 0 : (ctx.clock.now() - copiedAt) / 1000
    const backupAge: Gauge[] =
      copiedAt === null ? [] : [['lake_backup_age_seconds', 'Since the last copy to the second path.', age]]
    return [
      ['lake_uptime_seconds', 'Seconds since the start.', (performance.now() - startedAt) / 1000],
      ['lake_sequence', 'Number of the newest transaction.', ctx.store.sequence()],
      ['lake_store_sound', '1 unless a failed write left the store closed.', ctx.store.isSound() ? 1 : 0],
      ['lake_listeners', 'Open event streams.', ctx.listeners.count()],
      ['lake_outbox_pending', 'Webhook deliveries that are owed.', ctx.webhooks.pending()],
      ['lake_query_queue', 'Queries that wait for a worker.', ctx.queries.waiting()],
      ['lake_database_bytes', 'Size of the database file.', bytesOf(ctx.store.path)],
      ['lake_wal_bytes', 'Size of the write-ahead log.', bytesOf(`${ctx.store.path}-wal`)],
      ['lake_resident_bytes', 'Memory of the process.', process.memoryUsage.rss()],
      ...backupAge,
    ]
  }
  return {
    measure: async (c, next) => {
      const from = performance.now()
      await next()
      const route = c.res.status === 404 ? 'none' : routePath(c, -1)
      const seconds = (performance.now() - from) / 1000
      requests.add({method: c.req.method, route, status: c.res.status, seconds})
    },
    answer: (c) => {
      requireMonitor(ctx, c)
      const all = gauges().map(([name, help, value]) =>
        family(name, 'gauge', help, [sample(name, {}, value)]),
      )
      const counted = sample('lake_transactions_total', {}, transactions)
      const commits = family('lake_transactions_total', 'counter', 'Transactions since the start.', [counted])
      return c.body(requests.text() + commits + all.join(''), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      })
    },
  }
}

/** From this machine without a token; behind a proxy every request comes from this machine, so there a token is asked. */
function requireMonitor(ctx: LakeContext, c: Context<LakeEnv>): void {
  const from = c.env.incoming.socket.remoteAddress ?? ''
  const isHere = from === '127.0.0.1' || from === '::1' || from === '::ffff:127.0.0.1'
  if (c.var.identity === null && (ctx.config.public || !isHere))
    throw new LakeError('unauthorized', 'Metrics need a token from other machines')
}
