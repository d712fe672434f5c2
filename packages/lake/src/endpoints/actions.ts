import type {Context} from 'hono'
import {z} from 'zod'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {jsonOf} from './json-of.ts'

const options = z.looseObject({dryRun: z.boolean().optional()})

/** POST /data/actions/:dataset – what the Studio edits by. A dry run checks everything and changes nothing. */
export const actions = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const {identity} = c.var
  if (!identity) throw new LakeError('unauthorized', 'Writing needs a session')
  const body = await jsonOf(c)
  // Fails closed: a dry run that is asked for in a way not understood here must not become a write.
  const {dryRun = false} = options.parse(body)
  const isDryRun = dryRun || (c.req.query('dryRun') ?? 'false') !== 'false'
  return c.json(ctx.writer.act({dataset: c.req.param('dataset') ?? '', body, identity, dryRun: isDryRun}))
}
