import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {parseStored} from '../store/store.ts'

/** GET /data/export/:dataset – every document that the caller may read, drafts included, one JSON object a line. */
export const exportDataset = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const {identity} = c.var
  const dataset = c.req.param('dataset') ?? ''
  if (!identity) throw new LakeError('unauthorized', 'Unauthorized - a token is needed to export')
  const rows = ctx.store.db.prepare('SELECT json FROM documents WHERE dataset = ? ORDER BY id').all(dataset)
  const lines = rows
    .map((row) => parseStored(row['json']))
    .filter((document) => ctx.access.mayRead(identity, dataset, document))
    .map((document) => `${JSON.stringify(document)}\n`)
  return c.body(lines.join(''), 200, {'content-type': 'application/x-ndjson'})
}
