import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {effectsOf} from '../history/effects.ts'
import {openLog, type Log} from '../history/log.ts'
import type {LoggedTransaction} from '../history/logged-transaction.ts'
import type {TransactionFilter} from '../history/pages.ts'
import {countOf, historyReader, timeOf} from './history-access.ts'

type Query = Record<string, string>
type Change = LoggedTransaction['changes'][number]

const wantsMutations = (query: Query): boolean =>
  query['excludeContent'] !== 'true' && query['excludeMutations'] !== 'true'

/** GET /data/history/:dataset/transactions/:ids – one transaction a line, with what it did to the documents asked for. */
export const historyTransactions = (ctx: LakeContext) => {
  const log = openLog(ctx.store)
  return (c: Context<LakeEnv>) => {
    const {dataset, mayKnow} = historyReader(ctx, c)
    const query = c.req.query()
    const ids = (c.req.param('ids') ?? '').split(',').filter((id) => id !== '')
    const filter = filterOf(log, dataset, ids, query)
    const lines = filter
      ? linesOf(log.transactions(dataset, filter), {query, ids: new Set(ids), mayKnow})
      : []
    return c.body(textStream(lines), 200, {'content-type': 'application/x-ndjson; charset=utf-8'})
  }
}

/** Null when an end is named that never was: nothing lies between it and anything. */
function filterOf(
  log: Log,
  dataset: string,
  documentIds: readonly string[],
  query: Query,
): TransactionFilter | null {
  // The Studio sends both ends also when it knows none; an empty one does not narrow.
  const [from, to] = [query['fromTransaction'], query['toTransaction']].map((id) =>
    id ? log.sequenceOf(dataset, id) : undefined,
  )
  if (from === null || to === null) return null
  return {
    documentIds,
    fromSeq: from,
    toSeq: to,
    fromTime: timeOf(query['fromTime']),
    toTime: timeOf(query['toTime']),
    authors: query['authors'] ? query['authors'].split(',') : undefined,
    newestFirst: query['reverse'] === 'true',
    // The others of a transaction are read where they are told of, or decide whether its mutations may be.
    allDocuments: query['includeIdentifiedDocumentsOnly'] !== 'true' || wantsMutations(query),
  }
}

function* linesOf(
  transactions: Iterable<LoggedTransaction>,
  {query, ids, mayKnow}: {query: Query; ids: ReadonlySet<string>; mayKnow(change: Change): boolean},
): Generator<string> {
  const isIdentified = ({id}: Change): boolean => ids.has(id)
  let left = countOf(query['limit']) ?? Infinity
  for (const transaction of transactions) {
    const known = transaction.changes.filter(mayKnow)
    const told = query['includeIdentifiedDocumentsOnly'] === 'true' ? known.filter(isIdentified) : known
    if (!known.some(isIdentified)) continue
    if (left <= 0) return
    left -= 1
    // Mutations hold words of every document of the transaction: whoever may not know one of them gets none.
    const hasMutations = wantsMutations(query) && known.length === transaction.changes.length
    yield `${JSON.stringify(lineOf({...transaction, changes: told}, query, hasMutations))}\n`
  }
}

function lineOf(
  {id, timestamp, author, mutations, changes}: LoggedTransaction,
  query: Query,
  hasMutations: boolean,
) {
  // `excludeContent` is about mutations: the Studio sends it together with `effectFormat` and reads the effects.
  const isMendoza = query['effectFormat'] === 'mendoza'
  return {
    id,
    timestamp,
    author,
    documentIDs: changes.map((each) => each.id),
    ...(hasMutations ? {mutations} : {}),
    ...(isMendoza
      ? {effects: Object.fromEntries(changes.map((each) => [each.id, effectsOf(each.before, each.after)]))}
      : {}),
  }
}

/** Made as it is read, so that a long history is never held whole. */
function textStream(lines: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const source = lines[Symbol.iterator]()
  return new ReadableStream({
    pull: (controller) => {
      const {done, value} = source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
