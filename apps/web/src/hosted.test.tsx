import {renderToStaticMarkup} from 'react-dom/server'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {fixtures} from '@lantern/content/fixtures'
import {PictureImage} from './components/picture/picture.tsx'
import {askLake} from './content/lake.ts'
import {createLoader} from './content/loader.ts'
import {readEnv} from './env.ts'
import {answerPicture} from './pictures/answer-picture.ts'
import {answerChanges} from './preview/answer-changes.ts'
import {isFreshSecret} from './preview/preview-secret.ts'

/** What one env file says for hosted Sanity; the project is nobody's. */
const hosted = {
  SANITY_PROJECT_ID: 'abc123',
  SANITY_DATASET: 'production',
  SANITY_READ_TOKEN: 'a token',
  SANITY_PREVIEW_TOKEN: 'a token for drafts',
}
const env = readEnv(hosted)
const picture = `${'a'.repeat(40)}-1600x900.png`
const called: {address: string; authorization: string | null}[] = []

// The outside world: it notes who is called, and refuses.
beforeEach(() => {
  called.length = 0
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    called.push({address: input, authorization: new Headers(init?.headers).get('authorization')})
    throw new TypeError('There is no network.')
  })
})
afterEach(() => void vi.unstubAllGlobals())

const addresses = (): string[] => called.map(({address}) => address)

describe('with hosted settings', () => {
  test('pages ask the project’s own host at Sanity, with the token', async () => {
    const loader = createLoader({
      ask: (question) => askLake(env, question),
      cached: (_key, _tags, make) => make(),
      lastGood: null,
      shown: (document) => document,
      log: () => {},
      onOutage: async () => {},
    })
    await expect(loader.root('article', 'a')).rejects.toThrow('no answer')
    await expect(loader.documents(['a'])).rejects.toThrow('no answer')
    await expect(loader.list('article')).rejects.toThrow('no answer')
    await expect(loader.referrers('condition', 'a')).rejects.toThrow('no answer')
    expect(called).toHaveLength(4)
    for (const {address, authorization} of called) {
      expect(address).toBe(
        'https://abc123.api.sanity.io/v2025-02-19/data/query/production?perspective=published&returnQuery=false',
      )
      expect(authorization).toBe('Bearer a token')
    }
  })

  test('previews ask the same host, for secrets and for changes', async () => {
    await expect(isFreshSecret('s', (question) => askLake(env, question))).rejects.toThrow('no answer')
    const parts = {env, isPreviewing: true, log: () => {}}
    const changes = await answerChanges(new Request('http://site.test/api/draft-mode/changes'), parts)
    expect(changes.status).toBe(503)
    for (const {authorization} of called) expect(authorization).toBe('Bearer a token for drafts')
    expect(addresses()).toEqual([
      'https://abc123.api.sanity.io/v2025-02-19/data/query/production?perspective=raw&returnQuery=false',
      'https://abc123.api.sanity.io/v2025-02-19/data/live/events/production?includeDrafts=true',
    ])
  })

  test('the server fetches pictures from Sanity’s image CDN, without the token', async () => {
    const files = {find: async () => null, keep: async () => {}}
    const url = new URL('http://site.test/images/abc123/production/x?fm=webp&w=320')
    await answerPicture(url, ['abc123', 'production', picture], {env, files, log: () => {}})
    expect(called).toEqual([
      {
        address: `https://cdn.sanity.io/images/abc123/production/${picture}?fm=webp&w=320`,
        authorization: null,
      },
    ])
  })

  test('readers are shown pictures at our own addresses, and none of Sanity’s', () => {
    for (const [name, value] of Object.entries(hosted)) vi.stubEnv(name, value)
    const html = renderToStaticMarkup(<PictureImage figure={fixtures.article.hero} sizes="100vw" />)
    expect(html).toContain('src="/images/abc123/production/')
    expect(html).not.toMatch(/sanity\.io|https?:/)
    vi.unstubAllEnvs()
  })
})
