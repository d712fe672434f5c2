import {startLake, type Lake} from '@lantern/lake'
import {freePorts} from '@lantern/testkit'
import type {Page} from '@playwright/test'
import {createClient, type SanityClient} from '@sanity/client'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {startStudioServer} from '../src/studio-server.ts'
import {expect, test} from './journey.ts'

/** The Studio and a lake with a guard of this journey's own; no site, because nobody reads here. */
const directory = mkdtempSync(join(tmpdir(), 'lantern-refused-'))
let lake: Lake
let client: SanityClient
let origin: string
let stopStudio: () => Promise<void>
let isRefusing = false

test.beforeAll(async () => {
  const first = await freePorts(10)
  const streamPorts = Array.from({length: 8}, (_, index) => first + 2 + index)
  origin = `http://localhost:${first + 1}`
  lake = await startLake({
    directory,
    port: first,
    streamPorts,
    projectId: 'lantern',
    datasets: [{name: 'production'}],
    allowedOrigins: [origin],
    roles: {
      administrator: {
        title: 'Administrator',
        grants: [{filter: 'true', permissions: ['read', 'create', 'update', 'history']}],
      },
    },
    users: [{id: 'ada', name: 'Ada', email: 'ada@lantern.example', role: 'administrator'}],
    webhooks: [],
    guard: () => (isRefusing ? [{message: 'The sign-off rests.'}] : []),
  })
  const settings = {apiHost: lake.url, projectId: 'lantern', dataset: 'production', siteUrl: origin}
  const build = resolve(import.meta.dirname, '../../../sanity-studio/dist')
  stopStudio = await startStudioServer({directory: build, port: first + 1, settings, streamPorts})
  client = createClient({
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: 'lantern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
    token: lake.issueToken('journey', 'administrator'),
  })
  const words = {text: 'Which type is it?', whyItHelps: 'It decides.', whenToAsk: 'Early', topic: 'Care'}
  await client.create({_id: 'question-type', _type: 'question', ...words})
})

test.afterAll(async () => {
  await stopStudio?.()
  await lake?.stop()
  rmSync(directory, {recursive: true, force: true})
})

const question = (page: Page) => page.getByTestId('field-text').locator('input').first()
const draft = async (): Promise<{_rev: string; text: string} | null> =>
  client.fetch('*[_id == "drafts.question-type"][0]{_rev, text}')
const isSaved = (text: string) => expect.poll(async () => (await draft())?.text, {timeout: 30_000}).toBe(text)

test('what is typed while the publish rules refuse stays in the editor, and is saved once they allow it', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(lake.issueLoginLink('ada', origin))
  await expect(page.getByRole('link', {name: 'Conditions'})).toBeVisible({timeout: 60_000})
  await page.goto(`${origin}/structure/question;question-type`)
  await question(page).fill('Which type do I have?', {timeout: 60_000})
  await isSaved('Which type do I have?')
  const older = (await draft())?._rev

  isRefusing = true
  const refused = page.waitForResponse((answer) => answer.status() === 423)
  await question(page).fill('Which type of it do I have?')
  await refused
  // A second attempt follows by itself: the words are still there to be sent.
  await page.waitForResponse((answer) => answer.status() === 423)
  await expect(question(page)).toHaveValue('Which type of it do I have?')
  expect((await draft())?.text).toBe('Which type do I have?')
  isRefusing = false
  await isSaved('Which type of it do I have?')

  isRefusing = true
  const unpublished = page.waitForResponse((answer) => answer.status() === 403)
  await page.getByTestId('action-publish').click()
  await unpublished
  await expect(question(page)).toHaveValue('Which type of it do I have?')
  expect(await client.fetch('*[_id == "question-type"][0].text')).toBe('Which type is it?')
  isRefusing = false

  await page.goto(
    `${origin}/structure/question;question-type,rev=${older},inspect=sanity%2Fstructure%2Fhistory`,
  )
  await expect(question(page)).toHaveValue('Which type do I have?', {timeout: 30_000})
  await page.getByRole('button', {name: 'Revert to revision'}).click()
  await page.getByRole('button', {name: 'Confirm'}).click()
  await isSaved('Which type do I have?')
})
