import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {createReadStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {withSnapshot} from '../cli/open-data.ts'
import {startTestLake} from '../http/test-lake.ts'
import {exportTo} from './export-archive.ts'
import {importInto, type ImportMode} from './import-archive.ts'
import {inOrderOfReference} from './order.ts'
import {lakeAt, lakeHere} from './targets.ts'

const folder = mkdtempSync(join(tmpdir(), 'lake-archive-'))
let from: Awaited<ReturnType<typeof startTestLake>>
let to: Awaited<ReturnType<typeof startTestLake>>
const read =
  '*[!(_type match "sanity.*")] | order(_id) {_id, title, name, "by": author->name, "sha1": picture.asset->.sha1hash, "called": picture.asset->.originalFilename}'
const content = ({client}: typeof from): Promise<unknown> =>
  client('administrator').fetch(read, {}, {perspective: 'raw'})

beforeAll(async () => {
  from = await startTestLake()
  to = await startTestLake()
  const client = from.client('administrator')
  const pixels = sharp({create: {width: 60, height: 30, channels: 3, background: '#008844'}})
  const picture = await client.assets.upload('image', await pixels.png().toBuffer(), {filename: 'knee.png'})
  const image = {_type: 'image', asset: {_type: 'reference', _ref: picture._id}}
  await client
    .transaction()
    .create({_id: 'ada', _type: 'person', name: 'Ada', friend: {_type: 'reference', _ref: 'bob'}})
    .create({_id: 'bob', _type: 'person', name: 'Bob', friend: {_type: 'reference', _ref: 'ada'}})
    .create({
      _id: 'article',
      _type: 'article',
      title: 'Knees',
      author: {_type: 'reference', _ref: 'ada'},
      picture: image,
    })
    .create({_id: 'drafts.article', _type: 'article', title: 'Knees, again'})
    .commit()
})
afterAll(async () => {
  await from.end()
  await to.end()
  rmSync(folder, {recursive: true, force: true})
})

const here = ({lake}: typeof to) => lakeHere(lake, 'production', lake.issueToken('import', 'administrator'))
const importText = (text: string, mode: ImportMode = 'create') =>
  importInto({source: Readable.from([Buffer.from(text)]), target: here(to), mode})
const exportFrom = (path: string) => {
  const {directory: data} = from.lake.context.config
  return withSnapshot(data, (db) => exportTo(path, {db, data, dataset: 'production'}))
}

test('an archive carries documents, references in a circle and a picture into another lake', async () => {
  const path = join(folder, 'out.tar.gz')
  expect(await exportFrom(path)).toEqual({documents: 4, assets: 1})
  const target = here(to)
  const done = await importInto({source: createReadStream(path), target, mode: 'create'})
  expect(done).toEqual({documents: 4, assets: 1, batches: 1})
  expect(await content(to)).toEqual(await content(from))
  expect(await content(to)).toMatchObject([{}, {called: 'knee.png', by: 'Ada'}, {}, {}])
})

test('Sanity’s importer reads what the lake exports, and the lake reads what Sanity’s exporter writes', async () => {
  const other = await startTestLake()
  try {
    const [ours, theirs] = [join(folder, 'ours.tar.gz'), join(folder, 'theirs.tar.gz')]
    await exportFrom(ours)
    const client = other.client('administrator')
    await sanityImport(createReadStream(ours), {client, operation: 'createOrReplace'})
    expect(await content(other)).toEqual(await content(from))
    await exportDataset({client, dataset: 'production', outputPath: theirs, assetConcurrency: 2})
    const target = lakeAt({
      url: to.lake.url,
      token: to.lake.issueToken('import', 'administrator'),
      dataset: 'production',
    })
    await importInto({source: createReadStream(theirs), target, mode: 'createOrReplace'})
    expect(await content(to)).toEqual(await content(from))
  } finally {
    await other.end()
  }
})

const page = (id: string, more = ''): string => `{"_id":"${id}","_type":"page"${more}}`
const refused: [string, string, RegExp][] = [
  ['a byte-order mark', `\uFEFF${page('a')}\n`, /^Line 1: begins with a byte-order mark/u],
  ['a NUL', `${page('a')}\n{"_id":"b","_type":"\0"}\n`, /^Line 2: is not JSON/u],
  ['half a line', `${page('a')}\n\n${page('b').slice(0, 9)}`, /^Line 3: is not JSON/u],
  ['no type', `${page('a')}\n{"_id":"b"}`, /^Line 2: is no document/u],
  ['the same id twice', `${page('a')}\n${page('b')}\n${page('a')}`, /^Line 3: has the id “a” of line 1/u],
  [
    'a reference to nothing',
    `${page('a')}\n${page('b', ',"to":{"_ref":"nowhere"}')}`,
    /^Line 2: refers to “nowhere”/u,
  ],
  [
    'a file that is not there',
    page('a', ',"i":{"_sanityAsset":"image@file://./images/x.png"}'),
    /^Line 1: names images\/x.png/u,
  ],
  [
    'a file elsewhere',
    page('a', ',"i":{"_sanityAsset":"image@file:///etc/passwd"}'),
    /^Line 1: names an asset outside/u,
  ],
  [
    'an address',
    page('a', ',"i":{"_sanityAsset":"image@http://127.0.0.1/x.png"}'),
    /^Line 1: names an asset outside/u,
  ],
  [
    'ten thousand levels',
    page('a', `,"l":${'['.repeat(10_000)}${']'.repeat(10_000)}`),
    /^Line 1: .*nests deeper/u,
  ],
  ['a document that exists', `${page('new')}\n${page('article')}`, /^Line 2: .*already exists/u],
]
test.each(refused)(
  '%s is refused by its line, and nothing of the file is imported',
  async (_name, text, expected) => {
    const before = to.lake.context.store.sequence()
    await expect(importText(text)).rejects.toThrow(expected)
    expect(to.lake.context.store.sequence()).toBe(before)
  },
)

test('documents come after what they refer to, and circles together', () => {
  const nodes = [
    {id: 'a', targets: ['b']},
    {id: 'b', targets: ['c', 'elsewhere']},
    {id: 'c', targets: ['b']},
    {id: 'd', targets: ['d', 'a']},
  ]
  const groups = inOrderOfReference(nodes).map((group) => group.map(({id}) => id).toSorted())
  expect(groups).toEqual([['b', 'c'], ['a'], ['d']])
})

test('the export endpoint sends every document of many pieces once', async () => {
  const lines = Array.from({length: 450}, (_, index) => page(`many-${index}`)).join('\n')
  await importText(lines, 'createOrReplace')
  const headers = {authorization: `Bearer ${to.lake.issueToken('export', 'administrator')}`}
  const answer = await fetch(`${to.lake.url}/v1/data/export/production`, {headers})
  const sent = (await answer.text())
    .trim()
    .split('\n')
    .filter((line) => line.includes('"many-'))
  expect(new Set(sent).size).toBe(450)
  expect(sent).toHaveLength(450)
})
