import {startProgram} from '@lantern/testkit'
import {expect, test} from '@playwright/test'

/** What one env file says for hosted Sanity; the project is nobody's. */
const hosted = {
  SANITY_PROJECT_ID: 'abc123',
  SANITY_DATASET: 'production',
  SANITY_READ_TOKEN: 'a token that is none',
  SANITY_WEBHOOK_SECRET: 'a secret that is none',
}
const picture = `${'a'.repeat(40)}-1600x900.png`

let lantern: Awaited<ReturnType<typeof startProgram>>

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startProgram(hosted)
})

test.afterAll(async () => {
  await lantern?.stop()
})

const hostsOfSite = (): string[] => [...new Set(lantern.hostsAsked())].sort()

test('with hosted settings the site asks the project’s host for its words and the image CDN for its pictures', async () => {
  expect(lantern.lake).toBeNull()
  const statusOf = async (path: string): Promise<number> => (await fetch(`${lantern.site}${path}`)).status
  for (const path of ['/articles/a', '/conditions/a', '/support'])
    expect(await statusOf(path), path).toBe(503)
  expect(hostsOfSite()).toEqual(['abc123.api.sanity.io'])

  expect(await statusOf(`/images/abc123/production/${picture}?fm=webp&w=320`)).toBe(503)
  expect(hostsOfSite()).toEqual(['abc123.api.sanity.io', 'cdn.sanity.io'])
  expect(await statusOf(`/images/lantern/production/${picture}?fm=webp&w=320`)).toBe(404)

  const enable = `/api/draft-mode/enable?sanity-preview-secret=${'s'.repeat(32)}`
  expect(await statusOf(enable)).toBe(503)
  expect(hostsOfSite()).toEqual(['abc123.api.sanity.io', 'cdn.sanity.io'])
})

test('with hosted settings the Studio asks hosted Sanity, by its project, and no lake', async ({browser}) => {
  const context = await browser.newContext()
  const asked = new Set<string>()
  await context.route(
    ({origin}) => origin !== lantern.studio,
    async (route) => {
      const {hostname} = new URL(route.request().url())
      asked.add(hostname)
      await route.abort()
    },
  )
  await context.routeWebSocket(/.*/, async (socket) => {
    asked.add(new URL(socket.url()).hostname)
    await socket.close()
  })
  const studio = await context.newPage()
  await studio.goto(lantern.studio)
  await expect.poll(() => [...asked], {timeout: 30_000}).toContain('abc123.api.sanity.io')
  await studio.waitForLoadState('networkidle')
  console.log(`the hosted Studio asks: ${[...asked].sort().join(', ')}`)
  for (const host of asked)
    expect(host).toMatch(/(?:^|\.)sanity(?:-cdn)?\.io$|\.sanity-cdn\.com$|^sanity-cdn\.com$/)
  await context.close()
})
