import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {createReadStream, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startTestLake} from './http/test-lake.ts'

const folder = mkdtempSync(join(tmpdir(), 'lake-archive-'))
let from: Awaited<ReturnType<typeof startTestLake>>
let to: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  from = await startTestLake()
  to = await startTestLake()
})
afterAll(async () => {
  await from.end()
  await to.end()
  rmSync(folder, {recursive: true, force: true})
})

it('carries documents, references and a picture from lake to lake through Sanity’s own tools', async () => {
  const picture = join(folder, 'green.png')
  const pixels = sharp({create: {width: 60, height: 30, channels: 3, background: '#008844'}})
  writeFileSync(picture, await pixels.png().toBuffer())
  const documents = [
    {_id: 'author', _type: 'person', name: 'Ada'},
    {
      _id: 'article',
      _type: 'article',
      title: 'Knees',
      author: {_type: 'reference', _ref: 'author'},
      picture: {_type: 'image', _sanityAsset: `image@${pathToFileURL(picture)}`},
    },
    {_id: 'drafts.article', _type: 'article', title: 'Knees, again'},
  ]
  const source = from.client('administrator')
  await sanityImport(documents, {client: source, operation: 'createOrReplace'})
  const archive = join(folder, 'production.tar.gz')
  await exportDataset({client: source, dataset: 'production', outputPath: archive, assetConcurrency: 2})

  const target = to.client('administrator')
  await sanityImport(createReadStream(archive), {client: target, operation: 'createOrReplace'})
  const read = `*[_type in ["person", "article"]] | order(_id) {_id, title, name, "by": author->name, "picture": picture.asset->.sha1hash}`
  const [before, after] = await Promise.all(
    [source, target].map((client) => client.fetch(read, {}, {perspective: 'raw'})),
  )
  expect(after).toEqual(before)
  expect(after).toMatchObject([
    {_id: 'article', by: 'Ada', picture: expect.any(String)},
    {_id: 'author'},
    {_id: 'drafts.article'},
  ])
  const url = await target.fetch<string>('*[_type == "sanity.imageAsset"][0].url')
  expect(url.startsWith(to.lake.url)).toBe(true)
  expect((await fetch(url)).status).toBe(200)
})
