import {startLantern, watchRequests, type RunningLantern} from '@lantern/testkit'
import {expect, test, type Page} from '@playwright/test'

const articlePath = '/articles/what-is-hr-positive-her2-negative-mbc'
const articleId = 'article-what-is-hr-positive-her2-negative-mbc'
const freshWithinMs = 2000

let lantern: RunningLantern

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lantern?.stop()
})

async function openArticle(page: Page): Promise<void> {
  await page.goto(`${lantern.studio}/structure/article;${articleId}`)
  await expect(page.getByTestId('field-dek')).toBeVisible({timeout: 60_000})
}

/** Asks the site until the page holds the text; gives the milliseconds since `since`. */
async function freshAfter(text: string, since: number): Promise<number> {
  await expect
    .poll(async () => (await fetch(`${lantern.site}${articlePath}`)).text(), {
      intervals: [25],
      timeout: 10_000,
    })
    .toContain(text)
  return Date.now() - since
}

test('an editor changes one sentence, and a reader sees it once it is published and not before', async ({
  browser,
}) => {
  const sentence = `A plain guide, written for tonight (${Date.now()}).`
  const editor = await browser.newContext()
  const reader = await browser.newContext()
  const watched = [watchRequests(editor), watchRequests(reader)]
  const studio = await editor.newPage()
  const site = await reader.newPage()

  await site.goto(`${lantern.site}${articlePath}`)
  await expect(site.getByRole('heading', {level: 1})).toHaveText(
    'What is HR+/HER2- metastatic breast cancer? Diagnosis and treatment options',
  )

  await studio.goto(lantern.logins['editor'] ?? '')
  await expect(studio.getByRole('link', {name: 'Conditions'})).toBeVisible({timeout: 60_000})
  await openArticle(studio)
  const dek = studio.getByTestId('field-dek').locator('textarea, input').first()
  await dek.fill(sentence)
  await expect.poll(() => draftHolds(sentence), {timeout: 20_000}).toBe(true)

  await studio.reload()
  await expect(studio.getByTestId('field-dek').locator('textarea, input').first()).toHaveValue(sentence, {
    timeout: 60_000,
  })
  for (const text of await everythingAnonymous()) expect(text).not.toContain(sentence)

  const publish = studio.getByTestId('action-publish')
  await expect(publish).toBeEnabled({timeout: 20_000})
  const clickedAt = Date.now()
  await publish.click()
  const freshMs = await freshAfter(sentence, clickedAt)
  console.log(`publish to fresh: ${freshMs} ms`)
  expect(freshMs).toBeLessThan(freshWithinMs)

  await site.reload()
  await expect(site.getByText(sentence).first()).toBeVisible()
  for (const watch of watched) watch.expectNoneLeft()
})

/** Whether the lake holds the sentence in the draft, asked with the editor's own session by a second login. */
async function draftHolds(sentence: string): Promise<boolean> {
  const token = await administratorToken()
  const query = encodeURIComponent(`*[_id == "drafts.${articleId}"][0].dek`)
  const response = await fetch(
    `${lantern.lake}/v2025-02-19/data/query/production?query=${query}&perspective=raw`,
    {
      headers: {authorization: `Bearer ${token}`},
    },
  )
  const answer: unknown = await response.json()
  return JSON.stringify(answer).includes(sentence)
}

let keptToken: string | null = null
async function administratorToken(): Promise<string> {
  if (keptToken) return keptToken
  const sid = new URL(lantern.logins['administrator'] ?? '').hash.replace('#sid=', '')
  const response = await fetch(`${lantern.lake}/v2021-06-07/auth/fetch?sid=${sid}`)
  const {token}: {token?: string} = await response.json()
  keptToken = token ?? ''
  return keptToken
}

/** What someone without a login gets: the pages of the site, and the lake's answers to a query, a listing and a download. */
async function everythingAnonymous(): Promise<string[]> {
  const query = encodeURIComponent('*[]')
  const addresses = [
    `${lantern.site}${articlePath}`,
    `${lantern.site}/`,
    `${lantern.lake}/v2025-02-19/data/query/production?query=${query}&perspective=raw`,
    `${lantern.lake}/v2025-02-19/data/query/production?query=${query}&perspective=drafts`,
    `${lantern.lake}/v2025-02-19/data/doc/production/drafts.${articleId}`,
    `${lantern.lake}/v2025-02-19/data/export/production`,
    `${lantern.lake}/v2025-02-19/data/history/production/documents/drafts.${articleId}?lastRevision=true`,
  ]
  return Promise.all(addresses.map(async (address) => (await fetch(address)).text()))
}
