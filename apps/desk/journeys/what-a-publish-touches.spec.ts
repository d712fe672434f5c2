import {type RunningLantern, editorClient, startLantern} from '@lantern/testkit'
import type {SanityClient} from '@sanity/client'
import {expect, test} from './journey.ts'

const shows = [
  '/articles/what-is-hr-positive-her2-negative-mbc',
  '/conditions/hr-positive-her2-negative-metastatic-breast-cancer',
]
const showsNot = '/articles/how-to-read-your-pathology-and-biomarker-report'

let lantern: RunningLantern
let client: SanityClient

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
  client = await editorClient(lantern)
})

test.afterAll(async () => {
  await lantern?.stop()
})

type Page = {status: number; text: string; cache: string}

async function get(path: string): Promise<Page> {
  const response = await fetch(`${lantern.site}${path}`)
  return {
    status: response.status,
    text: await response.text(),
    cache: response.headers.get('x-nextjs-cache') ?? '',
  }
}

/** Publishes a change as the Studio does: an edit of the draft, then the publish action. */
async function publish(id: string, set: Record<string, unknown>): Promise<void> {
  await client.action({
    actionType: 'sanity.action.document.edit',
    publishedId: id,
    draftId: `drafts.${id}`,
    patch: {set},
  })
  await client.action({
    actionType: 'sanity.action.document.publish',
    publishedId: id,
    draftId: `drafts.${id}`,
  })
}

const eventually = (path: string, check: (page: Page) => boolean): Promise<void> =>
  expect.poll(async () => check(await get(path)), {intervals: [50], timeout: 10_000}).toBe(true)

async function publishAndSee(id: string, paths: string[], summary: string): Promise<void> {
  await publish(id, {summary})
  for (const path of paths) await eventually(path, ({text}) => text.includes(summary))
}

test('publishing one treatment class refreshes every page that shows it, and no article that does not', async () => {
  const chosen = await client.fetch<{_id: string; slug: string}>(
    '*[_type == "treatmentClass" && slug.current match "radiation*"][0]{_id, "slug": slug.current}',
  )
  const paths = [...shows, `/treatments/${chosen.slug}`]
  for (const path of [...paths, showsNot]) expect((await get(path)).status).toBe(200)

  await everyEarlierChangeIsSeen()
  for (const path of paths) await get(path)
  await get(showsNot)
  expect((await get(showsNot)).cache).toBe('HIT')

  await publishAndSee(chosen._id, paths, `Radiation treats one place in the body (${Date.now()}).`)
  expect((await get(showsNot)).cache, 'the article that does not show it is still the kept page').toBe('HIT')
})

/**
 * The webhook keeps the order of changes: those of the import are over once a page appears that was missing, because
 * nothing but its own document makes it fresh.
 */
async function everyEarlierChangeIsSeen(): Promise<void> {
  const path = `/treatments/marker-${Date.now()}`
  expect((await get(path)).status).toBe(404)
  await addTreatment('treatment-class-as-marker', path)
  await eventually(path, ({status}) => status === 200)
}

/** Publishes a copy of a treatment class at another address. */
async function addTreatment(id: string, path: string): Promise<void> {
  const original = await client.fetch<Record<string, unknown>>('*[_type == "treatmentClass"][0]')
  const {_rev, _createdAt, _updatedAt, ...content} = original
  await client.create({...content, _id: `drafts.${id}`, _type: 'treatmentClass', slug: slugOf(path)})
  expect((await get(path)).status, 'a draft is no page').toBe(404)
  await client.action({
    actionType: 'sanity.action.document.publish',
    publishedId: id,
    draftId: `drafts.${id}`,
  })
}

const slugOf = (path: string) => ({_type: 'slug', current: path.replace('/treatments/', '')})

test('a page that was missing appears when it is published, and a changed slug leaves its old address', async () => {
  const id = 'treatment-class-of-a-journey'
  const first = `/treatments/first-${Date.now()}`
  const second = `/treatments/second-${Date.now()}`
  expect((await get(first)).status).toBe(404)

  await addTreatment(id, first)
  await eventually(first, ({status}) => status === 200)

  await publish(id, {slug: slugOf(second)})
  await eventually(second, ({status}) => status === 200)
  await eventually(first, ({status}) => status === 404)
})
