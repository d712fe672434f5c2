import {startProgram} from '@lantern/testkit'
import type {Page} from '@playwright/test'
import {rmSync} from 'node:fs'
import {articleId, articleTitle, prepareLibrary} from './large-library.ts'
import {expect, test} from './journey.ts'
import {inputOf, logIn, publish} from './studio.ts'
import {noteTroubles} from './troubles.ts'

const count = 10_000
/** Nobody waits visibly within a second; a busy machine gets three. */
const withinMs = 3000

let lantern: Awaited<ReturnType<typeof startProgram>>
let dataDir: string

test.beforeAll(async () => {
  test.setTimeout(600_000)
  const library = await prepareLibrary(count)
  dataDir = library.dataDir
  console.log(`wrote ${count} articles of ${library.bytesEach} bytes in ${library.wroteInMs} ms`)
  lantern = await startProgram(library.settings)
})

test.afterAll(async () => {
  await lantern?.stop()
  if (dataDir) rmSync(dataDir, {recursive: true, force: true})
})

const times: Record<string, number> = {}

/** Does what an editor does and waits until the Studio shows what came of it. */
async function timed(what: string, act: () => Promise<void>, shown: () => Promise<void>): Promise<void> {
  await act()
  const startedAt = Date.now()
  await shown()
  times[what] = Date.now() - startedAt
}

const list = (page: Page) => page.getByTestId('document-list-pane')
const itemOf = (page: Page, n: number) => list(page).getByText(articleTitle(n))

test('lists, searches and documents among ten thousand open without a visible wait', async ({browser}) => {
  const context = await logIn(browser, lantern, 'editor')
  const troubles = noteTroubles(context)
  const page = await context.newPage()
  await page.goto(`${lantern.studio}/structure`)
  const articles = page.getByTestId('pane-item-Articles')
  await expect(articles).toBeVisible({timeout: 60_000})

  await timed(
    'open the list',
    () => articles.click(),
    () =>
      expect(
        list(page)
          .getByText(/^Article number\d+/)
          .first(),
      ).toBeVisible(),
  )
  await timed(
    'scroll beyond the first hundred',
    async () => {
      await list(page).hover()
      await page.mouse.wheel(0, 1_000_000)
    },
    () =>
      expect(async () => {
        await page.mouse.wheel(0, 1_000_000)
        const last = await list(page).locator('[data-index]').last().getAttribute('data-index')
        expect(Number(last)).toBeGreaterThan(150)
      }).toPass({intervals: [50], timeout: 20_000}),
  )
  await timed(
    'search in the list',
    () => page.getByTestId('document-list-search').locator('input').fill('number7342'),
    () => expect(itemOf(page, 7342)).toBeVisible({timeout: 20_000}),
  )
  await expect(list(page).getByText(/^Article number\d+/)).toHaveCount(1)
  await timed(
    'open a document',
    () => itemOf(page, 7342).click(),
    () => expect(inputOf(page, 'title')).toHaveValue(articleTitle(7342), {timeout: 20_000}),
  )
  await page.getByTestId('studio-search').click()
  const results = page.getByTestId('search-results')
  await timed(
    'search everywhere',
    () =>
      page
        .getByRole('combobox', {name: 'Search'})
        .or(page.getByPlaceholder('Search'))
        .first()
        .fill('number4711'),
    () => expect(results.getByText(articleTitle(4711))).toBeVisible({timeout: 20_000}),
  )
  await timed(
    'open what was found',
    () => results.getByText(articleTitle(4711)).click(),
    () => expect(inputOf(page, 'title')).toHaveValue(articleTitle(4711), {timeout: 20_000}),
  )
  await expect(page).toHaveURL(new RegExp(articleId(4711)))
  await inputOf(page, 'title').fill('Changed among ten thousand')
  await timed(
    'publish',
    async () => {},
    () => publish(page),
  )
  await timed(
    'see it in the list',
    () => page.getByTestId('document-list-search').locator('input').fill('changed among'),
    () => expect(list(page).getByText('Changed among ten thousand')).toBeVisible({timeout: 20_000}),
  )

  console.log(`among ${count} documents, in ms: ${JSON.stringify(times)}`)
  for (const [what, ms] of Object.entries(times)) expect(ms, what).toBeLessThan(withinMs)
  expect(troubles).toEqual([])
})
