import {mkdtemp, rm} from 'node:fs/promises'
import {createServer, type RequestListener, type Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {readEnv, type SiteEnv} from '../env.ts'
import {askLake, LakeUnavailable} from './lake.ts'
import {openLastGood, type LastGood} from './last-good.ts'
import {createLoader, type Loader} from './loader.ts'

const text = (words: string) => [
  {
    _type: 'block',
    _key: 'b',
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 's', text: words, marks: []}],
  },
]
const treatment = {
  _id: 'treatment-a',
  _type: 'treatmentClass',
  _rev: 'one',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  name: 'Endocrine therapy',
  plainName: 'Hormone therapy',
  slug: {_type: 'slug', current: 'endocrine-therapy'},
  language: 'en',
  summary: 'It blocks the hormones that the cancer needs to grow.',
  howItWorks: text('It blocks hormones.'),
  howTaken: ['pill'],
  commonEffects: ['Feeling tired'],
  seriousEffects: text('Call your care team.'),
  monitoring: text('Blood tests.'),
  sources: [{_type: 'reference', _ref: 'source-a', _key: 'r'}],
}

let server: Server
let answer: RequestListener
let folder: string
let lastGood: LastGood
let env: SiteEnv
let said: string[]
let outages: number

function results(result: unknown): RequestListener {
  return (_request, response) =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify({result, ms: 1}))
}

// The lake's two answers for a page: the document at the slug, then the documents by id.
function holds(document: unknown): RequestListener {
  return async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const {params} = JSON.parse(body)
    results('ids' in params || !('slug' in params) ? [document].filter(Boolean) : document)(request, response)
  }
}

function loader(): Loader {
  return createLoader({
    ask: (question) => askLake(env, question),
    cached: (_key, _tags, make) => make(),
    lastGood,
    shown: (document) => document,
    log: (message) => void said.push(message),
    onOutage: async () => void (outages += 1),
  })
}

const load = () => loader().root('treatmentClass', 'endocrine-therapy')

beforeEach(async () => {
  said = []
  outages = 0
  answer = holds(treatment)
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  env = readEnv({SANITY_API_HOST: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`})
  folder = await mkdtemp(join(tmpdir(), 'last-good-'))
  lastGood = openLastGood(join(folder, 'kept.sqlite'))
})

afterEach(async () => {
  lastGood.close()
  server.close()
  server.closeAllConnections()
  await rm(folder, {recursive: true})
})

const badAnswers: [string, RequestListener][] = [
  ['an empty 200', (_, response) => void response.end()],
  ['half a JSON', (_, response) => void response.end('{"result":[{"_id":"treat')],
  ['JSON without a result', (_, response) => void response.end('{"ms":1}')],
  ['a result of another shape', results('treatment')],
  ['HTML', (_, response) => void response.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>')],
  ['a broken connection', (request) => void request.socket.resetAndDestroy()],
  [
    'a body that breaks off',
    (_, response) => {
      response.writeHead(200, {'content-length': '1000'}).write('{"result":')
      response.socket?.end()
    },
  ],
  ['a redirect', (_, response) => void response.writeHead(302, {location: 'http://127.0.0.1:1/'}).end()],
  ['a 500', (_, response) => void response.writeHead(500).end('{"result":null}')],
  ['a 429', (_, response) => void response.writeHead(429).end()],
  ['a 401', (_, response) => void response.writeHead(401).end('{"result":null}')],
]

describe('a document that was good before', () => {
  test.each(badAnswers)(
    'stays when the lake answers with %s, and the page is made again soon',
    async (_, bad) => {
      await load()
      answer = bad
      expect((await load())?.summary).toBe(treatment.summary)
      expect(outages).toBeGreaterThan(0)
    },
  )

  test('stays when its parser refuses the new version, and the log names the document and the path', async () => {
    await load()
    answer = holds({...treatment, _rev: 'two', summary: undefined})
    expect((await load())?.summary).toBe(treatment.summary)
    expect(said.join('\n')).toMatch(/treatment-a.*summary/)
    expect(outages).toBe(0)
  })

  test('is gone once the lake says so, also when the lake fails after that', async () => {
    await load()
    answer = holds(null)
    expect(await load()).toBeNull()
    answer = badAnswers[0]?.[1] ?? answer
    await expect(load()).rejects.toThrow(LakeUnavailable)
  })

  test('comes back when it is published again', async () => {
    answer = holds(null)
    expect(await load()).toBeNull()
    answer = holds(treatment)
    expect((await load())?._id).toBe('treatment-a')
  })

  test('is known to the next process too', async () => {
    await load()
    lastGood.close()
    lastGood = openLastGood(join(folder, 'kept.sqlite'))
    answer = badAnswers[0]?.[1] ?? answer
    expect((await load())?.summary).toBe(treatment.summary)
  })

  test('stays in its list while the lake is down', async () => {
    await loader().list('treatmentClass')
    answer = badAnswers[0]?.[1] ?? answer
    expect((await loader().list('treatmentClass')).map(({_id}) => _id)).toEqual(['treatment-a'])
  })
})

describe('a document of which nothing good is known', () => {
  test.each(badAnswers)('is never taken for gone when the lake answers with %s', async (_, bad) => {
    answer = bad
    await expect(load()).rejects.toThrow(LakeUnavailable)
  })

  test('is not taken for gone when its parser refuses it', async () => {
    answer = holds({...treatment, summary: undefined})
    await expect(load()).rejects.toThrow(LakeUnavailable)
  })
})

test('a lake that never answers is given up after five seconds', {timeout: 8_000}, async () => {
  answer = () => {}
  await expect(load()).rejects.toThrow('within five seconds')
})

test('with more documents than Next keeps tags for, every document still has its tag', async () => {
  answer = results([])
  const entries: (readonly string[])[] = []
  const wide = createLoader({
    ask: (question) => askLake(env, question),
    cached: (_key, tags, make) => {
      entries.push(tags)
      return make()
    },
    lastGood,
    shown: (document) => document,
    log: () => {},
    onOutage: async () => {},
  })
  await wide.documents(Array.from({length: 250}, (_, index) => `d${index}`))
  expect(entries.flat()).toHaveLength(250)
  expect(Math.max(...entries.map(({length}) => length))).toBeLessThanOrEqual(128)
})
