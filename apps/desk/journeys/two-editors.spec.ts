import {type RunningLantern, startLantern} from '@lantern/testkit'
import type {Browser, Page} from '@playwright/test'
import {expect, test} from './journey.ts'

const articleId = 'article-how-to-read-your-report'

let lantern: RunningLantern

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lantern?.stop()
})

/** A browser of one's own, logged in, with the article open. */
async function openAs(browser: Browser, user: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(lantern.logins[user] ?? '')
  await expect(page.getByRole('link', {name: 'Conditions'})).toBeVisible({timeout: 60_000})
  await page.goto(`${lantern.studio}/structure/article;${articleId}`)
  await expect(page.getByTestId('field-dek')).toBeVisible({timeout: 60_000})
  return page
}

const dekOf = (page: Page) => page.getByTestId('field-dek').locator('textarea, input').first()
const titleOf = (page: Page) => page.getByTestId('field-title').locator('input').first()

test('two editors see each other, each other’s edits, and in review changes who changed what', async ({
  browser,
}) => {
  const editor = await openAs(browser, 'editor')
  const author = await openAs(browser, 'author')

  const sentence = `Read the lines of your report one by one (${Date.now()}).`
  await dekOf(editor).fill(sentence)
  await expect(dekOf(author)).toHaveValue(sentence, {timeout: 20_000})

  await expect(author.getByTestId('document-level-presence')).toContainText('SE')
  await expect(editor.getByTestId('document-level-presence')).toContainText('SA')

  await titleOf(author).fill('Reading a report')
  await expect(titleOf(editor)).toHaveValue('Reading a report', {timeout: 20_000})

  await author.getByTestId('field-dek').getByTestId('change-bar__button').click()
  const changes = author.locator('#review-panel')
  for (const [words, name] of [
    ['one by one', 'Sample Editor'],
    ['Reading', 'Sample Author'],
  ] as const) {
    await changes.locator('ins', {hasText: words}).first().hover()
    const who = author.locator('[data-ui="Tooltip"]').filter({hasText: name, visible: true})
    await expect(who).toBeVisible()
  }
})
