import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {jsonOf} from './json-of.ts'

/** POST /data/mutate/:dataset – one transaction, durable before the answer. */
export const mutate = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const {identity} = c.var
  if (!identity) throw new LakeError('unauthorized', 'Writing needs a session')
  const flag = (name: string): boolean => c.req.query(name) === 'true'
  const body = await jsonOf(c)
  const {transactionId, results} = ctx.writer.mutate({
    dataset: c.req.param('dataset') ?? '',
    body,
    identity,
    cause: isImport(c.req.query('tag')) ? 'import' : 'mutate',
    options: {
      // Fails closed: whatever is said besides “false” asks for a dry run.
      dryRun: (c.req.query('dryRun') ?? 'false') !== 'false',
      returnDocuments: flag('returnDocuments'),
      autoGenerateArrayKeys: flag('autoGenerateArrayKeys'),
    },
  })
  // A right to change something is none to see it.
  for (const result of results)
    if (result.document && !ctx.access.mayRead(identity, c.req.param('dataset') ?? '', result.document))
      delete result.document
  const documentIds = [...new Set(results.map(({id}) => id))]
  // The client reads the ids off the results, so they are always there.
  return c.json({transactionId, results, ...(flag('returnIds') ? {documentIds} : {})})
}

/** What `@sanity/import` calls itself. A client may call itself so too: the rules must not trust the word. */
const isImport = (tag = ''): boolean => tag.startsWith('sanity.import')
