import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {addressOf} from '../http/throttle.ts'
import {LakeError} from '../lake-error.ts'

/**
 * Lets somebody try to get in, a few times a minute for each address and each account. A right try costs nothing, so
 * that nobody is shut out by logging in. Throws a LakeError `tooManyRequests` when there were too many.
 */
export async function guarded<T>(
  ctx: LakeContext,
  c: Context<LakeEnv>,
  account: string | null,
  attempt: () => Promise<T | null> | T | null,
): Promise<T | null> {
  const {guesses} = ctx.access.rates
  const keys = [`address ${addressOf(c)}`, ...(account === null ? [] : [`account ${account.slice(0, 200)}`])]
  for (const key of keys) {
    const retryAfterMs = guesses.take(key)
    if (retryAfterMs > 0)
      throw new LakeError('tooManyRequests', 'Too many attempts to log in; wait a little', {
        details: {retryAfterMs},
      })
  }
  const result = await attempt()
  if (result !== null) for (const key of keys) guesses.giveBack(key)
  return result
}
