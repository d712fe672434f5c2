import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {parseStored} from '../store/store.ts'

const documentsAtOnce = 200

/**
 * GET /data/export/:dataset – every document that the caller may read, drafts included, one JSON object a line. Sent as
 * fast as it is taken and read in pieces: held open for a slow reader, one state of the database would let the
 * write-ahead log grow without end. So a document that changes meanwhile is sent as it is when its turn comes.
 */
export const exportDataset = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const {identity} = c.var
  const dataset = c.req.param('dataset') ?? ''
  if (!identity) throw new LakeError('unauthorized', 'Unauthorized - a token is needed to export')
  const rows = ctx.store.db.prepare(
    `SELECT id, json FROM documents WHERE dataset = ? AND id > ? ORDER BY id LIMIT ${documentsAtOnce}`,
  )
  let after = ''
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      // A piece of which the caller may read nothing is not the end.
      for (;;) {
        const piece = rows.all(dataset, after)
        if (piece.length === 0) return controller.close()
        after = String(piece.at(-1)?.['id'])
        const lines = piece
          .map((row) => String(row['json']))
          .filter((json) => ctx.access.mayRead(identity, dataset, parseStored(json)))
        if (lines.length > 0) return controller.enqueue(new TextEncoder().encode(`${lines.join('\n')}\n`))
      }
    },
  })
  return c.body(body, 200, {'content-type': 'application/x-ndjson'})
}
