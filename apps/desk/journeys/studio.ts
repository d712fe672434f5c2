import {clientWith, type RunningLantern} from '@lantern/testkit'
import {expect, type Browser, type BrowserContext, type Locator, type Page} from '@playwright/test'
import type {SanityClient} from '@sanity/client'
import {z} from 'zod'

/** A browser of one's own, logged in by the one-time link; its clock is in UTC, so that dates read the same everywhere. */
export async function logIn(
  browser: Browser,
  {logins}: Pick<RunningLantern, 'logins'>,
  user: 'editor' | 'author',
): Promise<BrowserContext> {
  const context = await browser.newContext({timezoneId: 'UTC', locale: 'en-US'})
  const page = await context.newPage()
  await page.goto(logins[user] ?? '')
  await expect(page.getByRole('link', {name: 'Conditions'})).toBeVisible({timeout: 60_000})
  await page.close()
  return context
}

const kept = z.object({token: z.string().min(1)})

/** The real client in the session of a browser that is logged in: login links work once, so the two share one. */
export async function clientOf(context: BrowserContext, lantern: RunningLantern): Promise<SanityClient> {
  const {origins} = await context.storageState()
  const entry = origins
    .flatMap(({localStorage}) => localStorage)
    .find(({name}) => name.includes('auth_token'))
  return clientWith(lantern, kept.parse(JSON.parse(entry?.value ?? 'null')).token)
}

/** A new tab with the document open and its form ready to type into. */
export async function openDocument(
  context: BrowserContext,
  {studio}: Pick<RunningLantern, 'studio'>,
  {type, id, perspective}: {type: string; id: string; perspective?: string},
): Promise<Page> {
  const page = await context.newPage()
  const view = perspective === undefined ? '' : `?perspective=${perspective}`
  await page.goto(`${studio}/structure/${type};${id}${view}`)
  await expect(page.getByTestId('form-view')).toBeVisible({timeout: 60_000})
  return page
}

/** The one input of a text field. */
export const inputOf = (page: Page, field: string): Locator =>
  page.getByTestId(`field-${field}`).locator('textarea, input').first()

/** Publishes what the form shows, and waits until the Studio has nothing left to publish. */
export async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish')
  await expect(button).toBeEnabled({timeout: 20_000})
  await button.click()
  // While it publishes the button has another name; its footer tells of it seconds later, on any backend.
  await expect(button).toBeDisabled({timeout: 20_000})
}
