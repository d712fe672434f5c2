import {type RunningLantern, startLantern} from '@lantern/testkit'
import type {BrowserContext, Page} from '@playwright/test'
import type {SanityClient} from '@sanity/client'
import {expect, test} from './journey.ts'
import {clientOf, inputOf, logIn, openDocument} from './studio.ts'
import {noteTroubles} from './troubles.ts'

/** `EDITING_MS=600000` is the ten-minute form, `3600000` the hour. */
const editingMs = Number(process.env['EDITING_MS'] ?? 45_000)
const article = {type: 'article', id: 'article-how-to-read-your-report'}
const draftId = `drafts.${article.id}`
/** About as fast as a practised typist, so that the Studio saves while someone types on. */
const betweenKeysMs = 60
const betweenPatchesMs = 1700
/** A sentence is typed behind the last one until the field is full; then the editor starts the field anew. */
const fieldHolds = 1200
const settledWithinMs = 30_000

let lantern: RunningLantern

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lantern?.stop()
})

type Typed = {text: string; keys: number; sentences: number}

/** Types sentence after sentence into one field, key by key, until the time is up; gives what must stand there. */
async function typeUntil(page: Page, field: string, end: number, name: string): Promise<Typed> {
  const input = inputOf(page, field)
  const typed: Typed = {text: '', keys: 0, sentences: 0}
  await input.fill('')
  while (Date.now() < end) {
    typed.sentences += 1
    const sentence = `${name} writes sentence ${typed.sentences} without a hurry, and loses none of it. `
    if (typed.text.length + sentence.length > fieldHolds) {
      await input.fill('')
      typed.text = ''
    }
    await input.press('End')
    await input.pressSequentially(sentence, {delay: betweenKeysMs})
    typed.text += sentence
    typed.keys += sentence.length
    // What stands in the field is what was typed, also while edits of others arrive.
    await expect(input).toHaveValue(typed.text, {timeout: 1000})
  }
  return typed
}

/** A program that changes the same document through the API, as an importer or a translation service would. */
async function patchUntil(client: SanityClient, end: number): Promise<{patches: number; caption: string}> {
  let patches = 0
  let caption = ''
  while (Date.now() < end) {
    patches += 1
    caption = `Caption ${patches} by a program`
    await client.patch(draftId).set({'hero.caption': caption}).commit({visibility: 'async'})
    await new Promise((done) => setTimeout(done, betweenPatchesMs))
  }
  return {patches, caption}
}

test('two people and a program edit one document for a while, and not one keystroke is lost', async ({
  browser,
}) => {
  test.setTimeout(editingMs + 180_000)
  const editorBrowser = await logIn(browser, lantern, 'editor')
  const authorBrowser = await logIn(browser, lantern, 'author')
  const contexts: BrowserContext[] = [editorBrowser, authorBrowser]
  const troubles = contexts.map(noteTroubles)
  const client = await clientOf(authorBrowser, lantern)
  const editor = await openDocument(editorBrowser, lantern, article)
  const author = await openDocument(authorBrowser, lantern, article)
  await inputOf(editor, 'dek').fill('A draft to begin with')
  await expect.poll(() => client.getDocument(draftId), {timeout: 20_000}).toBeTruthy()
  await expect(inputOf(author, 'dek')).toHaveValue('A draft to begin with', {timeout: 20_000})

  const end = Date.now() + editingMs
  const [dek, credit, program] = await Promise.all([
    typeUntil(editor, 'dek', end, 'The editor'),
    typeUntil(author, 'hero.credit', end, 'The author'),
    patchUntil(client, end),
  ])

  const expected = {dek: dek.text, hero: {credit: credit.text, caption: program.caption}}
  await expect.poll(() => client.getDocument(draftId), {timeout: settledWithinMs}).toMatchObject(expected)
  for (const page of [editor, author]) {
    await expect(inputOf(page, 'dek')).toHaveValue(dek.text, {timeout: settledWithinMs})
    await expect(inputOf(page, 'hero.credit')).toHaveValue(credit.text, {timeout: settledWithinMs})
    await expect(inputOf(page, 'hero.caption')).toHaveValue(program.caption, {timeout: settledWithinMs})
    await expect(page.getByText(/^Saving/)).toHaveCount(0, {timeout: settledWithinMs})
  }
  console.log(
    `editing for ${editingMs} ms: ${dek.keys + credit.keys} keys in ${dek.sentences + credit.sentences} sentences of two people, ` +
      `${program.patches} patches of a program, 0 lost, troubles: ${troubles.flat().length}`,
  )
  expect(troubles).toEqual([[], []])
})
