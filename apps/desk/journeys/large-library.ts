import {createClient, type SanityClient} from '@sanity/client'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {freePorts} from '@lantern/testkit'
import {readEnv} from '../src/env.ts'
import {fillWhenEmpty} from '../src/fill.ts'
import {startDeskLake} from '../src/lake.ts'
import {openSecrets} from '../src/secrets.ts'

const documentsInATransaction = 500
const draftEvery = 20
const words =
  `treatment cancer breast hormone receptor biopsy scan therapy doctor nurse question pain bone liver lung
blood count fatigue sleep food family work travel cost trial study report result gene test tissue tablet infusion surgery
recovery visit plan team support group phone night morning`.split(/\s+/)

export const articleId = (n: number): string => `article-number-${n}`
export const articleTitle = (n: number): string =>
  `Article number${n} about ${word(n)} and ${word(n * 7 + 3)}`

const word = (n: number): string => words[n % words.length] ?? ''
const sentence = (n: number): string =>
  Array.from({length: 55}, (_, index) => word(n * 31 + index * index + index)).join(' ')

/** An article of about 5 kB that the Studio and the parsers take, made of one of the starter library. */
const article = (like: Record<string, unknown>, n: number) => ({
  ...like,
  _id: articleId(n),
  _type: 'article',
  title: articleTitle(n),
  slug: {_type: 'slug', current: `article-number-${n}`},
  dek: sentence(n).slice(0, 120),
  body: Array.from({length: 10}, (_, block) => ({
    _key: `b${block}`,
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{_key: 's', _type: 'span', marks: [], text: sentence(n * 10 + block)}],
  })),
})

/**
 * A data folder whose lake holds the starter library and `count` more articles, written by the real client before the
 * site is there to hear of them. Gives the settings that start a Lantern on it, and how long the writing took.
 */
export async function prepareLibrary(
  count: number,
): Promise<{settings: Record<string, string>; dataDir: string; wroteInMs: number; bytesEach: number}> {
  const first = await freePorts(11)
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-library-'))
  const settings = {
    LANTERN_DATA_DIR: dataDir,
    LANTERN_SITE_PORT: String(first),
    LANTERN_DESK_PORT: String(first + 1),
    LANTERN_LAKE_PORT: String(first + 2),
  }
  const env = readEnv(settings)
  const lake = await startDeskLake(env, openSecrets(dataDir), {unheard: true})
  try {
    await fillWhenEmpty(lake, env, () => {})
    const client = createClient({
      apiHost: lake.url,
      useProjectHostname: false,
      projectId: env.projectId,
      dataset: env.dataset,
      apiVersion: '2025-02-19',
      token: lake.issueToken('a test', 'importer'),
      useCdn: false,
    })
    const startedAt = Date.now()
    const bytesEach = await write(client, count)
    return {settings, dataDir, wroteInMs: Date.now() - startedAt, bytesEach}
  } finally {
    await lake.stop()
  }
}

/** Writes the articles, every twentieth with a draft beside it; gives the size of one. */
async function write(client: SanityClient, count: number): Promise<number> {
  const like = await client.fetch<Record<string, unknown>>(
    '*[_type == "article"][0]{kind, language, hero, authors, audience, moment, mainCondition}',
  )
  for (let from = 0; from < count; from += documentsInATransaction) {
    const transaction = client.transaction()
    for (let n = from; n < Math.min(count, from + documentsInATransaction); n += 1) {
      const document = article(like, n)
      transaction.create(document)
      if (n % draftEvery === 0) transaction.create({...document, _id: `drafts.${document._id}`})
    }
    await transaction.commit({visibility: 'async'})
  }
  return JSON.stringify(article(like, 0)).length
}
