import type {Context} from 'hono'
import {z} from 'zod'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'

const postBody = z.object({query: z.string(), params: z.record(z.string(), z.unknown()).default({})})
/** From this version of the API on a query without a perspective sees what is published; before, everything. */
const publishedByDefaultFrom = '2025-02-19'

function paramsOf(url: URL): Record<string, unknown> {
  const given = [...url.searchParams].filter(([name]) => name.startsWith('$'))
  return Object.fromEntries(given.map(([name, value]) => [name.slice(1), parseParam(name, value)]))
}

function parseParam(name: string, value: string): unknown {
  try {
    return JSON.parse(value)
  } catch (error) {
    throw new LakeError('invalidRequest', `${name}: expected JSON, such as "text" or 5`, {cause: error})
  }
}

function perspectiveOf(asked: string[], apiVersion: string): string[] {
  const names = asked.flatMap((value) => value.split(',')).filter(Boolean)
  if (names.length > 0) return names
  const isDated = /^\d{4}-/u.test(apiVersion)
  return !isDated || apiVersion >= publishedByDefaultFrom
    ? apiVersion === '1'
      ? ['raw']
      : ['published']
    : ['raw']
}

/** GET and POST /data/query/:dataset */
export const query = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const {identity} = c.var
  const dataset = c.req.param('dataset') ?? ''
  if (!identity) throw new LakeError('unauthorized', 'Unauthorized - a token is needed to read this dataset')
  const url = new URL(c.req.url)
  const body = c.req.method === 'POST' ? postBody.safeParse(await c.req.json().catch(() => null)) : null
  if (body && !body.success)
    throw new LakeError('invalidRequest', 'expected a JSON object with “query” and “params”')
  const text = body ? body.data.query : (url.searchParams.get('query') ?? '')
  if (text.trim() === '') throw new LakeError('invalidRequest', 'expected a GROQ query in “query”')
  const answer = await ctx.queries.query({
    dataset,
    query: text,
    params: body ? body.data.params : paramsOf(url),
    perspective: perspectiveOf(url.searchParams.getAll('perspective'), c.var.apiVersion),
    readFilters: ctx.access.readFilters(identity, dataset),
    identity: identity.userId,
    sourceMap: !['', 'false'].includes(url.searchParams.get('resultSourceMap') ?? ''),
  })
  const parts = [
    `"result":${answer.result}`,
    `"ms":${answer.ms}`,
    `"syncTags":${JSON.stringify(answer.syncTags)}`,
  ]
  if (answer.resultSourceMap) parts.push(`"resultSourceMap":${answer.resultSourceMap}`)
  if (url.searchParams.get('returnQuery') !== 'false') parts.unshift(`"query":${JSON.stringify(text)}`)
  return c.body(`{${parts.join(',')}}`, 200, {'content-type': 'application/json; charset=utf-8'})
}
