import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import type {LoggedTransaction} from '../history/logged-transaction.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'

type Change = LoggedTransaction['changes'][number]

/** Who asks for history, in which dataset, and what of it they may know: a change is known by both of its sides. */
export function historyReader(
  ctx: LakeContext,
  c: Context<LakeEnv>,
): {identity: Identity; dataset: string; mayKnow(change: Change): boolean} {
  const {identity} = c.var
  if (!identity) throw new LakeError('unauthorized', 'History needs a session')
  const dataset = c.req.param('dataset') ?? ''
  const mayKnow = ({before, after}: Change): boolean =>
    [before, after].every(
      (document) => document === null || ctx.access.mayReadHistory(identity, dataset, document),
    )
  return {identity, dataset, mayKnow}
}

/** A time in the address as the log writes it. Throws for what is no time. */
export function timeOf(text: string | undefined): string | undefined {
  if (!text) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time))
    throw new LakeError('invalidRequest', `“${text}” is no time: expected 2026-01-31T12:00:00Z`)
  return new Date(time).toISOString()
}

/** A positive whole number in the address; undefined when there is none. */
export function countOf(text: string | undefined): number | undefined {
  const count = Number(text ?? '')
  return Number.isInteger(count) && count > 0 ? count : undefined
}
