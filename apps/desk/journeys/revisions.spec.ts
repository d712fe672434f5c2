import {type RunningLantern, startLantern} from '@lantern/testkit'
import type {SanityClient} from '@sanity/client'
import {expect, test} from './journey.ts'
import {clientOf, inputOf, logIn, openDocument, publish} from './studio.ts'
import {noteTroubles} from './troubles.ts'

const article = {type: 'article', id: 'article-how-to-read-your-report'}
const first = 'What each line of your report means.'
const second = 'What each number of your report means.'

let lantern: RunningLantern
let client: SanityClient

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lantern?.stop()
})

const publishedDek = (): Promise<string> =>
  client.fetch<string>('*[_id == $id][0].dek', {id: article.id}, {perspective: 'published'})

test('review changes names who changed what, and an older revision comes back from history and is published', async ({
  browser,
}) => {
  const authorBrowser = await logIn(browser, lantern, 'author')
  const editorBrowser = await logIn(browser, lantern, 'editor')
  client = await clientOf(editorBrowser, lantern)
  const troubles = [noteTroubles(authorBrowser), noteTroubles(editorBrowser)]
  const editor = await openDocument(editorBrowser, lantern, article)
  await inputOf(editor, 'dek').fill(first)
  await publish(editor)
  const author = await openDocument(authorBrowser, lantern, article)
  await inputOf(author, 'dek').fill(second)
  await expect(inputOf(editor, 'dek')).toHaveValue(second, {timeout: 20_000})
  await publish(editor)

  await editor.getByTestId('pane-footer-document-status').click()
  const panel = editor.locator('#review-panel, #history-panel')
  await editor.getByRole('tab', {name: 'Review changes'}).click()
  await expect(panel.locator('del')).toHaveText(['line'])
  await expect(panel.locator('ins')).toHaveText(['number'])
  await panel.locator('ins').hover()
  const who = editor.locator('[data-ui="Tooltip"]').filter({hasText: 'Sample Author', visible: true})
  await expect(who).toBeVisible()

  await editor.getByRole('tab', {name: 'History'}).click()
  const published = editor.getByTestId('timeline-item-button').filter({hasText: 'Published'})
  await expect(published).toHaveCount(2)
  await published.nth(1).click()
  await expect(inputOf(editor, 'dek')).toHaveValue(first, {timeout: 20_000})
  await editor.getByTestId('action-reverttorevision').click()
  await editor.getByRole('button', {name: 'Confirm'}).click()
  await expect(inputOf(author, 'dek')).toHaveValue(first, {timeout: 20_000})
  expect(await publishedDek(), 'readers have the later text until it is published').toBe(second)

  await publish(editor)
  await expect.poll(publishedDek, {timeout: 20_000}).toBe(first)
  await editor.getByTestId('pane-footer-document-status').click()
  await editor.getByRole('tab', {name: 'History'}).click()
  await expect(published).toHaveCount(3)
  expect(troubles).toEqual([[], []])
})
