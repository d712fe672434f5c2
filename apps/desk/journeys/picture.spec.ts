import {type RunningLantern, startLantern} from '@lantern/testkit'
import {createImageUrlBuilder} from '@sanity/image-url'
import type {Locator, Page} from '@playwright/test'
import {z} from 'zod'
import {expect, test} from './journey.ts'
import {clientOf, logIn, openDocument, publish} from './studio.ts'
import {lookAt, paintStripes} from './stripes.ts'
import {noteTroubles} from './troubles.ts'

const article = {type: 'article', id: 'article-how-to-read-your-report'}

const stored = z.object({
  asset: z.object({_ref: z.string().regex(/^image-[0-9a-f]{40}-800x400-png$/)}),
  crop: z.object({left: z.number(), right: z.number(), top: z.number(), bottom: z.number()}),
  hotspot: z.object({x: z.number(), y: z.number(), width: z.number(), height: z.number()}),
})

let lantern: RunningLantern

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lantern?.stop()
})

/** Where an element stands; waits for it, because the dialog draws itself anew once the lake's picture is loaded. */
async function boxOf(element: Locator): Promise<{x: number; y: number; width: number; height: number}> {
  let box = null
  await expect.poll(async () => (box = await element.boundingBox()), {timeout: 20_000}).not.toBeNull()
  return z.object({x: z.number(), y: z.number(), width: z.number(), height: z.number()}).parse(box)
}

/** Drags a handle of the dialog by a share of the picture's width and height. */
async function drag(page: Page, handle: string, [right, down]: readonly [number, number]): Promise<void> {
  const picture = await boxOf(page.locator('svg[data-handle="crop"]').first())
  const grip = await boxOf(page.locator(`[data-handle="${handle}"]`))
  const from = {x: grip.x + grip.width / 2, y: grip.y + grip.height / 2}
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + right * picture.width, from.y + down * picture.height, {steps: 8})
  await page.mouse.up()
}

test('a picture is uploaded, cropped and given a hotspot, and readers get the part that the editor chose', async ({
  browser,
}) => {
  const context = await logIn(browser, lantern, 'editor')
  const client = await clientOf(context, lantern)
  const troubles = noteTroubles(context)
  const page = await openDocument(context, lantern, article)
  const hero = page.getByTestId('field-hero')
  const buffer = await paintStripes(page)

  await hero.getByTestId('options-menu-button').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', {name: 'Upload'}).click()
  await (await chooser).setFiles({name: 'stripes.png', mimeType: 'image/png', buffer})
  await expect(hero.locator('img[src*="-800x400.png"]')).toBeVisible({timeout: 20_000})

  await hero.getByTestId('options-menu-edit-details').click()
  await expect(page.locator('[data-handle="hotspotHandle"]')).toBeVisible({timeout: 20_000})
  await drag(page, 'hotspotHandle', [-0.38, -0.3])
  await drag(page, 'hotspot', [0.37, 0])
  await drag(page, 'crop-left', [0.5, 0])
  await page.getByRole('button', {name: 'Close dialog'}).click()
  await publish(page)

  const query = '*[_id == $id][0].hero.image'
  const image = stored.parse(await client.fetch(query, {id: article.id}, {perspective: 'published'}))
  expect(image.crop.left).toBeCloseTo(0.5, 1)
  expect([image.crop.right, image.crop.top, image.crop.bottom]).toEqual([0, 0, 0])
  expect(image.hotspot.x).toBeGreaterThan(0.85)
  expect(image.hotspot.width).toBeLessThan(0.3)

  const builder = createImageUrlBuilder({projectId: 'lantern', dataset: 'production', baseUrl: lantern.lake})
  const served = async (width: number, height: number): ReturnType<typeof lookAt> => {
    const response = await fetch(builder.image(image).width(width).height(height).url())
    expect(response.headers.get('content-type')).toBe('image/png')
    return lookAt(browser, Buffer.from(await response.arrayBuffer()))
  }
  expect(await served(320, 320)).toMatchObject({
    width: 320,
    height: 320,
    seen: ['blue', 'blue', 'yellow', 'yellow'],
  })
  const narrow = await served(96, 192)
  expect(narrow, 'the hotspot').toMatchObject({width: 96, height: 192})
  expect(narrow.seen).toEqual(['yellow', 'yellow', 'yellow', 'yellow'])
  expect(troubles).toEqual([])
})
