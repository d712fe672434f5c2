import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import {draftIdOf, publishedIdOf} from '../document-id.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'

/** GET /data/doc/:dataset/:ids – documents by id, and why each missing one is missing. */
export const doc = (ctx: LakeContext) => {
  const versions = ctx.store.db.prepare(
    `SELECT id FROM documents WHERE dataset = ? AND id >= 'versions.' AND id < 'versions/'
     AND id GLOB 'versions.*.' || ? ORDER BY id`,
  )
  const variantsOf = (dataset: string, publishedId: string): string[] => [
    publishedId,
    draftIdOf(publishedId),
    ...versions.all(dataset, publishedId).map((row) => String(row['id'])),
  ]
  return (c: Context<LakeEnv>) => {
    const {identity} = c.var
    const dataset = c.req.param('dataset') ?? ''
    if (!identity)
      throw new LakeError('unauthorized', 'Unauthorized - a token is needed to read this dataset')
    const asked = (c.req.param('ids') ?? '').split(',').filter(Boolean)
    const allVersions = c.req.query('includeAllVersions') === 'true'
    const ids = allVersions ? asked.flatMap((id) => variantsOf(dataset, publishedIdOf(id))) : asked
    const documents = []
    const omitted = []
    for (const id of new Set(ids)) {
      const document = ctx.store.get(dataset, id)
      if (!document) omitted.push({id, reason: 'existence'})
      else if (ctx.access.mayRead(identity, dataset, document)) documents.push(document)
      else omitted.push({id, reason: 'permission'})
    }
    return c.json({documents: c.req.query('excludeContent') === 'true' ? [] : documents, omitted})
  }
}
