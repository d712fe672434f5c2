import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startTestLake} from '../http/test-lake.ts'

/** 400 × 200, in four upright stripes of 100 px. */
const stripes = ['#ff0000', '#00ff00', '#0000ff', '#ffff00'] as const
const red = [255, 0, 0]
const green = [0, 255, 0]
const blue = [0, 0, 255]
const yellow = [255, 255, 0]

const stripe = (background: string): Promise<Buffer> =>
  sharp({create: {width: 100, height: 200, channels: 3, background}})
    .png()
    .toBuffer()

let test: Awaited<ReturnType<typeof startTestLake>>
let assetId: string
beforeAll(async () => {
  test = await startTestLake()
  const parts = await Promise.all(stripes.map(stripe))
  const picture = await sharp({create: {width: 400, height: 200, channels: 3, background: '#000'}})
    .composite(parts.map((input, index) => ({input, left: index * 100, top: 0})))
    .png()
    .toBuffer()
  const asset = await test.client('administrator').assets.upload('image', picture, {filename: 'stripes.png'})
  assetId = asset._id
})
afterAll(() => test.end())

const from = (source: object = {}) =>
  createImageUrlBuilder({baseUrl: test.lake.url, projectId: 'lantern', dataset: 'production'}).image({
    asset: {_ref: assetId},
    ...source,
  })

async function pixelsOf(url: string) {
  const answer = await fetch(url)
  expect(answer.status).toBe(200)
  const {data, info} = await sharp(Buffer.from(await answer.arrayBuffer()))
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const at = (x: number, y: number): number[] => {
    const start = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * 3
    return [...data.subarray(start, start + 3)]
  }
  return {width: info.width, height: info.height, at}
}

it('cuts what the editor’s crop leaves', async () => {
  const crop = {_type: 'sanity.imageCrop', left: 0.25, right: 0.25, top: 0, bottom: 0}
  const {width, height, at} = await pixelsOf(from({crop}).url())
  expect([width, height]).toEqual([200, 200])
  expect([at(0.1, 0.5), at(0.9, 0.5)]).toEqual([green, blue])
})

it.each([
  [0.125, red],
  [0.375, green],
  [0.875, yellow],
])('keeps the hotspot at %f in a narrow crop', async (x, colour) => {
  const hotspot = {_type: 'sanity.imageHotspot', x, y: 0.5, width: 0.2, height: 0.2}
  const {width, height, at} = await pixelsOf(from({hotspot}).width(96).height(192).fit('crop').url())
  expect([width, height]).toEqual([96, 192])
  expect(at(0.5, 0.5)).toEqual(colour)
  expect([at(0.05, 0.5), at(0.95, 0.5)]).toEqual([colour, colour])
})

it.each([
  [0.1, red],
  [0.9, yellow],
])('cuts around the focal point at %f', async (x, colour) => {
  const url = from().focalPoint(x, 0.5).width(64).height(128).fit('crop').url()
  expect((await pixelsOf(url)).at(0.5, 0.5)).toEqual(colour)
})

it('keeps the whole picture with fit=max, and makes none larger than it is', async () => {
  const small = await pixelsOf(from().ignoreImageParams().width(200).height(200).fit('max').url())
  expect([small.width, small.height]).toEqual([200, 100])
  expect([small.at(0, 0), small.at(1, 1)]).toEqual([red, yellow])
  const large = await pixelsOf(from().width(1600).fit('max').url())
  expect([large.width, large.height]).toEqual([400, 200])
})

it('cuts a rect as given, and within the picture', async () => {
  const inside = await pixelsOf(from().rect(100, 0, 100, 200).url())
  expect([inside.width, inside.height, inside.at(0.5, 0.5)]).toEqual([100, 200, green])
  const over = await pixelsOf(`${from().url()}?rect=350,100,9999,9999`)
  expect([over.width, over.height, over.at(0.5, 0.5)]).toEqual([50, 100, yellow])
})

it('turns a photograph upright once, and cuts by what one then sees', async () => {
  const lying = await sharp({create: {width: 200, height: 100, channels: 3, background: '#ff0000'}})
    .composite([
      {input: {create: {width: 100, height: 100, channels: 3, background: '#0000ff'}}, left: 0, top: 0},
    ])
    .withMetadata({orientation: 6})
    .png()
    .toBuffer()
  const asset = await test.client('administrator').assets.upload('image', lying)
  expect(asset._id).toContain('-100x200-')
  const top = await pixelsOf(`${asset.url}?rect=0,0,100,100`)
  expect(top.at(0.5, 0.5)).toEqual(blue)
})

it('takes a file for what its bytes are', async () => {
  const client = test.client('administrator')
  const upload = (bytes: string, contentType: string, filename: string) =>
    client.assets.upload('file', Buffer.from(bytes, 'latin1'), {contentType, filename})
  expect(await upload('%PDF-1.7 words', 'image/png', 'a.png')).toMatchObject({mimeType: 'application/pdf'})
  expect(await upload('a,b\n1,2', 'text/csv', 'a.csv')).toMatchObject({
    mimeType: 'text/csv',
    extension: 'csv',
  })
  expect(await upload('\x00\x01', 'text/html', '../../a.html')).toMatchObject({
    mimeType: 'application/octet-stream',
    originalFilename: 'a.html',
  })
})
