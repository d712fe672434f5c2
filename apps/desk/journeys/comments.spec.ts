import {type RunningLantern, startLantern} from '@lantern/testkit'
import type {Page} from '@playwright/test'
import {expect, test} from './journey.ts'
import {logIn, openDocument} from './studio.ts'
import {noteTroubles} from './troubles.ts'

const article = {type: 'article', id: 'article-how-to-read-your-report'}
const question = 'Is this plain enough for someone who reads it tonight?'
const answer = 'Yes, two readers understood it.'

let lantern: RunningLantern

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lantern?.stop()
})

/** Types into the comment input that has this name and sends it. */
async function say(page: Page, placeholder: string | RegExp, words: string): Promise<void> {
  const input = page.getByTestId('comment-input').filter({hasText: placeholder}).last()
  await input.getByTestId('comment-input-editable').click()
  await page.keyboard.type(words)
  // Once there are words the placeholder is gone; the one input with a button to press is the one that was filled.
  await page.getByTestId('comment-input-send-button').locator('visible=true').last().click()
}

test('one person comments on a field, the other answers and resolves it, and both see all of it at once', async ({
  browser,
}) => {
  const editorBrowser = await logIn(browser, lantern, 'editor')
  const authorBrowser = await logIn(browser, lantern, 'author')
  const troubles = [noteTroubles(editorBrowser), noteTroubles(authorBrowser)]
  const editor = await openDocument(editorBrowser, lantern, article)
  const author = await openDocument(authorBrowser, lantern, article)

  await editor.getByTestId('field-dek').hover()
  await editor.getByTestId('field-dek').getByRole('button', {name: 'Add comment'}).click()
  await say(editor, 'Add comment to Standfirst', question)
  const asked = editor.getByTestId('comments-list-item').filter({hasText: question})
  await expect(asked).toContainText('Sample Editor', {timeout: 20_000})

  const opened = author.getByTestId('field-dek').getByRole('button', {name: 'Open comments'})
  await expect(opened).toHaveText('1', {timeout: 20_000})
  await opened.click()
  const thread = author.getByTestId('comments-list-item').filter({hasText: question})
  await expect(thread).toContainText('Sample Editor')
  await say(author, 'Reply', answer)
  for (const page of [author, editor]) {
    const said = page.getByTestId('comments-list-item').filter({hasText: answer})
    await expect(said).toContainText('Sample Author', {timeout: 20_000})
    await expect(said).toContainText(question)
  }

  await thread.hover()
  await author.getByTestId('comments-list-item-status-button').click()
  for (const page of [author, editor])
    await expect(page.getByTestId('comments-list-item').filter({hasText: question})).toHaveCount(0, {
      timeout: 20_000,
    })
  await editor.getByRole('button', {name: 'Open', exact: true}).click()
  await editor.getByRole('menuitem', {name: 'Resolved comments'}).click()
  await expect(editor.getByTestId('comments-list-item').filter({hasText: answer})).toContainText(question)
  expect(troubles).toEqual([[], []])
})
