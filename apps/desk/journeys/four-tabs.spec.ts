import {type RunningLantern, startLantern} from '@lantern/testkit'
import type {BrowserContext, Page, Request} from '@playwright/test'
import {expect, test} from './journey.ts'
import {inputOf, logIn, openDocument} from './studio.ts'
import {noteTroubles} from './troubles.ts'

const article = {type: 'article', id: 'article-how-to-read-your-report'}
/** Chromium opens six connections to one host and port, in all tabs of a browser together. */
const connectionsOfAHost = 6
const arrivesWithinMs = 20_000

let lantern: RunningLantern

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lantern?.stop()
})

/** The event streams that a browser has open; a redirected one counts where it leads. */
function openStreams(context: BrowserContext): Set<Request> {
  const open = new Set<Request>()
  context.on('request', (request) => {
    const from = request.redirectedFrom()
    if (from) open.delete(from)
    if (/\/data\/(?:listen|live\/events)\//.test(request.url())) open.add(request)
  })
  context.on('requestfailed', (request) => open.delete(request))
  context.on('requestfinished', (request) => open.delete(request))
  return open
}

/** Types into one tab and waits for the others to show it; gives the milliseconds until the last one did. */
async function arrival(from: Page, to: readonly Page[], field: string, words: string): Promise<number> {
  await inputOf(from, field).fill(words)
  const typedAt = Date.now()
  await Promise.all(
    to.map((page) => expect(inputOf(page, field)).toHaveValue(words, {timeout: arrivesWithinMs})),
  )
  return Date.now() - typedAt
}

test('with one document open in four tabs of one browser and by another person, every edit arrives everywhere', async ({
  browser,
}) => {
  const editor = await logIn(browser, lantern, 'editor')
  const author = await logIn(browser, lantern, 'author')
  const troubles = [noteTroubles(editor), noteTroubles(author)]
  const streams = openStreams(editor)
  const tabs: Page[] = []
  for (let tab = 0; tab < 4; tab += 1) tabs.push(await openDocument(editor, lantern, article))
  const other = await openDocument(author, lantern, article)
  const everyone = [...tabs, other]

  const times: number[] = []
  for (const [index, page] of everyone.entries()) {
    const others = everyone.filter((each) => each !== page)
    const field = ['dek', 'title'][index % 2] ?? 'dek'
    times.push(await arrival(page, others, field, `Read your report line by line, said tab ${index}`))
  }
  console.log(
    `edits in 5 tabs arrive in the other 4 after ${times.join(', ')} ms; streams open in one browser: ${streams.size}`,
  )
  expect(streams.size, 'more streams than one host may have').toBeGreaterThan(connectionsOfAHost)
  expect(troubles).toEqual([[], []])
})
