import {createClient} from '@sanity/client'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {createServer, type IncomingMessage, type Server} from 'node:http'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {z} from 'zod'
import {importStarter, starterDocuments, starterPictures} from './index.ts'

/*
 * The world outside: a content API just large enough for the import, behind the real client. The lake itself is tried
 * with this library by the packages that may import both.
 */
type Stored = {_id: string; [field: string]: unknown}
const Query = z.object({params: z.object({ids: z.array(z.string())}), query: z.string()})
const Mutate = z.object({mutations: z.array(z.object({createOrReplace: z.looseObject({_id: z.string()})}))})

let documents: Map<string, Stored>
let requests: string[]
let server: Server

beforeEach(async () => {
  documents = new Map()
  requests = []
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, , , kind = ''] = url.pathname.split('/')
    requests.push(kind)
    const body = await bytesOf(request)
    const answer =
      kind === 'mutate'
        ? mutate(body)
        : kind === 'query'
          ? query(url, body)
          : {document: await keepImage(body)}
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function query(url: URL, body: Buffer) {
  const asked =
    body.length > 0
      ? JSON.parse(body.toString())
      : {
          query: url.searchParams.get('query'),
          params: {ids: JSON.parse(url.searchParams.get('$ids') ?? '[]')},
        }
  const {params, query: groq} = Query.parse(asked)
  const found = params.ids.flatMap((id) => documents.get(id) ?? [])
  return {result: groq.endsWith('._id') ? found.map(({_id}) => _id) : found}
}

function mutate(body: Buffer) {
  const {mutations} = Mutate.parse(JSON.parse(body.toString()))
  for (const {createOrReplace: document} of mutations)
    documents.set(document._id, {...document, _rev: 'r1', _createdAt: '2026-11-24', _updatedAt: '2026-11-24'})
  return {transactionId: 't1', results: []}
}

async function keepImage(bytes: Buffer): Promise<Stored> {
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const {width, height} = await sharp(bytes).metadata()
  const asset = {_id: `image-${sha1}-${width}x${height}-jpg`, _type: 'sanity.imageAsset', sha1hash: sha1}
  documents.set(asset._id, asset)
  return asset
}

function clientOf() {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port')
  return createClient({
    apiHost: `http://127.0.0.1:${address.port}`,
    useProjectHostname: false,
    projectId: 'lantern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    token: 'token',
    useCdn: false,
  })
}

const written = () => requests.filter((kind) => kind !== 'query')

describe('the import', () => {
  it('uploads each picture, then writes every document in one transaction', async () => {
    const result = await importStarter({client: clientOf()})
    expect(result).toEqual({pictures: starterPictures.length, documents: starterDocuments().length})
    expect(written()).toEqual([...starterPictures.map(() => 'images'), 'mutate'])
    for (const {_id} of [...starterDocuments(), ...starterPictures.map(({assetId}) => ({_id: assetId}))])
      expect(documents.has(_id)).toBe(true)
  })

  it('writes nothing the second time', async () => {
    await importStarter({client: clientOf()})
    requests = []
    expect(await importStarter({client: clientOf()})).toEqual({pictures: 0, documents: 0})
    expect(written()).toEqual([])
  })

  it('puts back only what was changed or lost', async () => {
    await importStarter({client: clientOf()})
    documents.set('biomarker-her2', {
      ...documents.get('biomarker-her2'),
      _id: 'biomarker-her2',
      summary: 'Changed',
    })
    documents.delete('question-goal')
    expect(await importStarter({client: clientOf()})).toEqual({pictures: 0, documents: 2})
    expect(documents.get('biomarker-her2')?.summary).not.toBe('Changed')
  })

  it('leaves a draft as it is', async () => {
    const draft = {_id: 'drafts.biomarker-her2', _type: 'biomarker', summary: 'Half a thought'}
    documents.set(draft._id, draft)
    await importStarter({client: clientOf()})
    expect(documents.get(draft._id)).toEqual(draft)
  })

  it('says what it does, a line at a time', async () => {
    const lines: string[] = []
    await importStarter({client: clientOf(), onProgress: (line) => lines.push(line)})
    await importStarter({client: clientOf(), onProgress: (line) => lines.push(line)})
    expect(lines).toHaveLength(starterPictures.length + 2)
    expect(lines.at(-1)).toBe('The starter library is already there')
  })
})
