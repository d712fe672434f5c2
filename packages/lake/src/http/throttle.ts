import type {Context} from 'hono'
import {setTimeout as wait} from 'node:timers/promises'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'

/**
 * An import writes as fast as it is answered, and a site that makes many pages at once asks as fast: who has a token is
 * slowed down first, and refused only when that does not help.
 */
const maxWaitMs = 2000

/** Whose requests count together; both loopback addresses are the same machine. */
export function addressOf(c: Context<LakeEnv>): string {
  const address = (c.env.incoming.socket.remoteAddress ?? '').replace(/^::ffff:/i, '')
  return address === '::1' ? '127.0.0.1' : address
}

const refuse = (what: string, retryAfterMs: number): LakeError =>
  new LakeError('tooManyRequests', `Too many ${what}; wait a little`, {details: {retryAfterMs}})

const isWrite = (c: Context<LakeEnv>): boolean =>
  c.req.method !== 'GET' &&
  c.req.method !== 'HEAD' &&
  c.req.method !== 'OPTIONS' &&
  !c.req.path.startsWith('/data/query/')

/** Counts a request. Throws a LakeError `tooManyRequests` that says when to come again. */
export async function throttle(
  ctx: LakeContext,
  c: Context<LakeEnv>,
  {isAnonymous}: {isAnonymous: boolean},
): Promise<void> {
  const {requests, anonymous, writes} = ctx.access.rates
  const address = addressOf(c)
  const tokenId = c.var.identity?.tokenId
  if (tokenId === undefined) {
    const refusedMs = requests.take(address) || (isAnonymous ? anonymous.take(address) : 0)
    if (refusedMs > 0) throw refuse('requests', refusedMs)
    return
  }
  const pauseMs = requests.reserve(address, maxWaitMs)
  if (pauseMs === null) throw refuse('requests', maxWaitMs)
  const writeMs = isWrite(c) ? writes.reserve(tokenId, maxWaitMs) : 0
  if (writeMs === null) throw refuse('changes', maxWaitMs)
  const waitMs = Math.max(pauseMs, writeMs)
  if (waitMs > 0) await wait(waitMs)
}
