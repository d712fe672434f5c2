import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {effectsOf} from '../history/effects.ts'
import {openLog, type LoggedTransaction} from '../history/log.ts'
import {LakeError} from '../lake-error.ts'

/** GET /data/history/:dataset/transactions/:ids – one transaction a line, with what it did to the documents asked for. */
export const historyTransactions = (ctx: LakeContext) => {
  const log = openLog(ctx.store)
  return (c: Context<LakeEnv>) => {
    const {identity} = c.var
    if (!identity) throw new LakeError('unauthorized', 'History needs a session')
    const dataset = c.req.param('dataset') ?? ''
    const ids = (c.req.param('ids') ?? '').split(',').filter((id) => id !== '')
    const found = log
      .touching(dataset, ids)
      .map((transaction) => ({
        ...transaction,
        // The mutations of a transaction may name documents that are closed to the caller.
        mutations: ctx.access.seesAll(identity, dataset, 'history') ? transaction.mutations : [],
        changes: transaction.changes.filter(({before, after}) =>
          [before, after].every(
            (document) => document === null || ctx.access.mayReadHistory(identity, dataset, document),
          ),
        ),
      }))
      .filter(({changes}) => changes.length > 0)
    const lines = select(found, c.req.query()).map(
      (each) => `${JSON.stringify(lineOf(each, c.req.query()))}\n`,
    )
    return c.body(lines.join(''), 200, {'content-type': 'application/x-ndjson; charset=utf-8'})
  }
}

type Query = Record<string, string>

function select(all: readonly LoggedTransaction[], query: Query): LoggedTransaction[] {
  const seqOf = (id: string | undefined): number | undefined => all.find((each) => each.id === id)?.seq
  const from = seqOf(query['fromTransaction']) ?? 0
  const to = seqOf(query['toTransaction']) ?? Infinity
  const authors = query['authors'] ? query['authors'].split(',') : null
  const chosen = all.filter(
    ({seq, timestamp, author}) =>
      seq >= from &&
      seq <= to &&
      (!query['fromTime'] || timestamp >= query['fromTime']) &&
      (!query['toTime'] || timestamp <= query['toTime']) &&
      (!authors || authors.includes(author)),
  )
  const ordered = query['reverse'] === 'true' ? chosen.toReversed() : chosen
  const limit = Number(query['limit'] ?? '')
  return limit > 0 ? ordered.slice(0, limit) : ordered
}

function lineOf({id, timestamp, author, mutations, changes}: LoggedTransaction, query: Query) {
  // `excludeContent` is about mutations: the Studio sends it together with `effectFormat` and reads the effects.
  const hasMutations = query['excludeContent'] !== 'true' && query['excludeMutations'] !== 'true'
  const effects = Object.fromEntries(changes.map((each) => [each.id, effectsOf(each.before, each.after)]))
  return {
    id,
    timestamp,
    author,
    documentIDs: changes.map((each) => each.id),
    ...(hasMutations ? {mutations} : {}),
    ...(query['effectFormat'] === 'mendoza' ? {effects} : {}),
  }
}
