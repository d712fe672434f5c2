import {type RunningLantern, startLantern} from '@lantern/testkit'
import type {BrowserContext, Page} from '@playwright/test'
import type {SanityClient} from '@sanity/client'
import {expect, test} from './journey.ts'
import {clientOf, inputOf, logIn, openDocument} from './studio.ts'
import {noteTroubles} from './troubles.ts'

const article = {type: 'article', id: 'article-how-to-read-your-report', field: 'dek'}
const treatment = {type: 'treatmentClass', id: 'treatment-class-akt-inhibitors', field: 'summary'}
const words = 'Said in the release, and nowhere before it.'
const minuteMs = 60_000
/** How long the clicks from choosing the minute to “Yes, schedule” may take. */
const clicksTakeMs = 20_000
/** How late the lake may be after the minute began. */
const publishedWithinMs = 15_000

let lantern: RunningLantern
let client: SanityClient

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lantern?.stop()
})

async function createRelease(page: Page, title: string): Promise<string> {
  await page.goto(`${lantern.studio}/releases`)
  await page.getByRole('button', {name: 'New release'}).click()
  await page.getByTestId('release-form-title').fill(title)
  await page.getByTestId('submit-release-button').click()
  await expect(page).toHaveURL(/\/releases\/r\w+/, {timeout: 20_000})
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Adds the document to the release by its banner and changes a field there. */
async function changeIn(
  context: BrowserContext,
  perspective: string,
  {field, ...document}: typeof article,
): Promise<void> {
  const page = await openDocument(context, lantern, {...document, perspective})
  await page.getByRole('button', {name: 'Add to release'}).click()
  await expect(inputOf(page, field)).toBeEditable({timeout: 20_000})
  await inputOf(page, field).fill(words)
  const version = {id: `versions.${perspective}.${document.id}`}
  await expect
    .poll(() => client.fetch('*[_id == $id][0]', version, {perspective: 'raw'}), {timeout: 20_000})
    .toMatchObject({[field]: words})
  await page.close()
}

/** The first full minute that the clicks can still be ahead of; the Studio schedules by the minute. */
const nextMinute = (): Date => new Date(Math.ceil((Date.now() + clicksTakeMs) / minuteMs) * minuteMs)

const asTyped = (time: Date): string => {
  const day = time.toLocaleDateString('en-US', {dateStyle: 'medium', timeZone: 'UTC'})
  return `${day} ${time.toISOString().slice(11, 16)}`
}

/** Schedules the open release by its menu and gives the time that it is due. */
async function schedule(page: Page): Promise<Date> {
  const dialog = page.getByTestId('confirm-schedule-dialog')
  const item = page.getByTestId('schedule-button-menu-item')
  // The item takes no click until the Studio has validated the documents and asked what is permitted.
  await expect(async () => {
    if (!(await item.isVisible())) await page.getByTestId('release-menu-button').click()
    await item.click({timeout: 2000})
    await expect(dialog).toBeVisible({timeout: 2000})
  }).toPass({timeout: 30_000})
  const due = nextMinute()
  await dialog.getByRole('textbox').fill(asTyped(due))
  await dialog.getByRole('textbox').press('Tab')
  await dialog.getByRole('button', {name: 'Yes, schedule'}).click()
  await expect(dialog).toBeHidden({timeout: 20_000})
  return due
}

type State = {changed: string[]; revisions: string[]; release: string | null}

/** Which of the two readers see changed, and what is said of the release. */
async function look(release: string): Promise<State> {
  const ids = [article.id, treatment.id]
  const params = {ids, words, release: `_.releases.${release}`}
  const query = `{
    "changed": *[_id in $ids && (dek == $words || summary == $words)]._id,
    "revisions": array::unique(*[_id in $ids]._rev)
  }`
  const readers = await client.fetch(query, params, {perspective: 'published'})
  return {
    ...readers,
    release: await client.fetch('*[_id == $release][0].state', params, {perspective: 'raw'}),
  }
}

test('two documents changed in a release are published together at the minute chosen, and no reader sees one before', async ({
  browser,
}) => {
  const context = await logIn(browser, lantern, 'editor')
  client = await clientOf(context, lantern)
  const troubles = noteTroubles(context)
  const page = await context.newPage()
  const release = await createRelease(page, 'Spring changes')
  await changeIn(context, release, article)
  await changeIn(context, release, treatment)

  await expect(page.getByText('Change (2)')).toBeVisible({timeout: 20_000})
  const due = await schedule(page)
  let state = await look(release)
  while (Date.now() < due.getTime() && state.changed.length === 0) {
    expect(state).toMatchObject({changed: [], release: 'scheduled'})
    await page.waitForTimeout(Math.min(500, Math.max(0, due.getTime() - Date.now())))
    state = await look(release)
  }
  expect(Date.now(), 'published too early').toBeGreaterThanOrEqual(due.getTime())

  const seen: number[] = []
  await expect
    .poll(
      async () => {
        state = await look(release)
        seen.push(state.changed.length)
        return state.release
      },
      {intervals: [50], timeout: publishedWithinMs},
    )
    .toBe('published')
  console.log(`release: published ${Date.now() - due.getTime()} ms after its minute began`)
  expect(state).toMatchObject({changed: [article.id, treatment.id]})
  expect(state.revisions, 'one transaction').toHaveLength(1)
  expect(
    seen.filter((count) => count === 1),
    'one of the two alone',
  ).toEqual([])
  await expect(page.getByText(/Published/).first()).toBeVisible({timeout: 20_000})
  expect(troubles).toEqual([])
})
