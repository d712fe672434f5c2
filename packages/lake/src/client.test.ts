import type {ClientPerspective, Patch} from '@sanity/client'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startTestLake} from './http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake()
})
afterAll(() => test.end())

it('answers a query with parameters by what was created', async () => {
  const client = test.client('administrator')
  await client.create({_id: 'one', _type: 'article', title: 'One'})
  expect(await client.fetch('*[_id == $id][0].title', {id: 'one'})).toBe('One')
  expect(await client.getDocument('one')).toMatchObject({_id: 'one', title: 'One'})
  expect(await client.getDocument('nowhere')).toBeUndefined()
})

it('sends a query that is too long for a URL in a body', async () => {
  const client = test.client('administrator')
  const long = 'x'.repeat(12_000)
  expect(await client.fetch('$long', {long})).toBe(long)
})

it('patches a document, and refuses a patch of another revision', async () => {
  const client = test.client('administrator')
  const {_rev} = await client.create({_id: 'two', _type: 'article', count: 1})
  await client.patch('two').ifRevisionId(_rev).inc({count: 1}).commit()
  const late = client.patch('two').ifRevisionId(_rev).set({count: 100}).commit()
  await expect(late).rejects.toMatchObject({statusCode: 409})
  expect(await client.getDocument('two')).toMatchObject({count: 2})
})

it('does all of a transaction or nothing', async () => {
  const client = test.client('administrator')
  const broken = client
    .transaction()
    .create({_id: 'three', _type: 'article'})
    .create({_id: 'one', _type: 'article'})
  await expect(broken.commit()).rejects.toMatchObject({statusCode: 409})
  expect(await client.getDocument('three')).toBeUndefined()
  await client.transaction().create({_id: 'four', _type: 'article'}).delete('four').commit()
  expect(await client.getDocument('four')).toBeUndefined()
})

it('deletes what a query selects', async () => {
  const client = test.client('administrator')
  await client.create({_id: 'gone', _type: 'passing'})
  await client.delete({query: '*[_type == $type]', params: {type: 'passing'}})
  expect(await client.getDocument('gone')).toBeUndefined()
})

it('tells a listener of a change', async () => {
  const client = test.client('administrator')
  const heard = new Promise<unknown>((resolve, reject) => {
    const subscription = client
      .listen('*[_id == "heard"]', {}, {events: ['welcome', 'mutation'], includeResult: true})
      .subscribe({
        next: (event) => {
          if (event.type === 'welcome') client.create({_id: 'heard', _type: 'article'}).catch(reject)
          if (event.type !== 'mutation') return
          subscription.unsubscribe()
          resolve(event)
        },
        error: reject,
      })
  })
  expect(await heard).toMatchObject({documentId: 'heard', transition: 'appear', result: {_id: 'heard'}})
})

it('keeps an uploaded picture, describes it and serves it smaller without a token', async () => {
  const client = test.client('administrator')
  const picture = await sharp({create: {width: 800, height: 400, channels: 3, background: '#336699'}})
    .png()
    .toBuffer()
  const asset = await client.assets.upload('image', picture, {filename: 'blue.png'})
  expect(asset._id).toMatch(/^image-[a-f0-9]{40}-800x400-png$/)
  expect(asset.metadata.dimensions).toMatchObject({width: 800, height: 400, aspectRatio: 2})
  expect(asset.url.startsWith(`${test.lake.url}/images/lantern/production/`)).toBe(true)

  const whole = await fetch(asset.url)
  expect(Buffer.from(await whole.arrayBuffer()).equals(picture)).toBe(true)
  const small = await fetch(`${asset.url}?w=300&fm=webp`)
  const {width, height, format} = await sharp(Buffer.from(await small.arrayBuffer())).metadata()
  expect({width, height, format}).toEqual({width: 320, height: 160, format: 'webp'})
  expect(small.headers.get('cache-control')).toContain('immutable')
  expect((await fetch(asset.url, {method: 'HEAD'})).status).toBe(200)
  expect((await client.assets.upload('image', picture))._id).toBe(asset._id)
})

it('cuts a picture to a square of its part', async () => {
  const client = test.client('administrator')
  const left = await sharp({create: {width: 200, height: 400, channels: 3, background: '#ff0000'}})
    .png()
    .toBuffer()
  const picture = await sharp({create: {width: 400, height: 400, channels: 3, background: '#0000ff'}})
    .composite([{input: left, left: 0, top: 0}])
    .png()
    .toBuffer()
  const {url} = await client.assets.upload('image', picture)
  const part = await fetch(`${url}?rect=0,0,200,400&w=96&h=96&fit=crop`)
  const {data, info} = await sharp(Buffer.from(await part.arrayBuffer()))
    .raw()
    .toBuffer({resolveWithObject: true})
  expect({width: info.width, height: info.height}).toEqual({width: 96, height: 96})
  expect([...data.subarray(0, 3)]).toEqual([255, 0, 0])
})

it('serves a file for download only', async () => {
  const client = test.client('administrator')
  const {url} = await client.assets.upload('file', Buffer.from('<script>1</script>'), {filename: 'page.html'})
  const answer = await fetch(url)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
})

it('refuses an editor what the grants of the role do not give', async () => {
  const administrator = test.client('administrator')
  const editor = test.client('editor')
  await administrator.create({_id: 'hidden', _type: 'secret'})
  expect(await editor.fetch('*[_id == "hidden"]')).toEqual([])
  expect(await editor.getDocument('hidden')).toBeUndefined()
  await expect(editor.create({_type: 'siteSettings'})).rejects.toMatchObject({statusCode: 403})
  await expect(editor.delete('hidden')).rejects.toMatchObject({statusCode: 403})
  expect(await editor.create({_id: 'own', _type: 'article'})).toMatchObject({_id: 'own'})
})

const kinds: [name: string, patch: (patch: Patch) => Patch, after: Record<string, unknown>][] = [
  ['set', (patch) => patch.set({'items[_key == "b"].n': 20}), {items: [{n: 1}, {n: 20}]}],
  ['setIfMissing', (patch) => patch.setIfMissing({count: 9, more: 'new'}), {count: 1, more: 'new'}],
  ['unset', (patch) => patch.unset(['items[0]']), {items: [{n: 2}]}],
  ['inc', (patch) => patch.inc({count: 2}), {count: 3}],
  ['dec', (patch) => patch.dec({count: 2}), {count: -1}],
  [
    'insert',
    (patch) => patch.insert('after', 'items[0]', [{_key: 'c', n: 3}]),
    {items: [{n: 1}, {n: 3}, {n: 2}]},
  ],
  ['append', (patch) => patch.append('items', [{_key: 'c', n: 3}]), {items: [{n: 1}, {n: 2}, {n: 3}]}],
  ['prepend', (patch) => patch.prepend('items', [{_key: 'c', n: 3}]), {items: [{n: 3}, {n: 1}, {n: 2}]}],
  ['splice', (patch) => patch.splice('items', 0, 1, [{_key: 'c', n: 3}]), {items: [{n: 3}, {n: 2}]}],
  [
    'diffMatchPatch',
    (patch) => patch.diffMatchPatch({text: '@@ -1,4 +1,5 @@\n-knee\n+knees\n'}),
    {text: 'knees'},
  ],
]

it.each(kinds)('patches by %s', async (name, change, after) => {
  const client = test.client('administrator')
  const _id = `kind-${name}`
  const items = [
    {_key: 'a', n: 1},
    {_key: 'b', n: 2},
  ]
  await client.create({_id, _type: 'article', count: 1, text: 'knee', items})
  await change(client.patch(_id)).commit()
  expect(await client.getDocument(_id)).toMatchObject(after)
})

it('creates, replaces, creates only once, and patches by query', async () => {
  const client = test.client('administrator')
  const {_createdAt} = await client.create({_id: 'kinds', _type: 'kinds', title: 'One'})
  await client.createIfNotExists({_id: 'kinds', _type: 'kinds', title: 'Never'})
  expect(await client.getDocument('kinds')).toMatchObject({title: 'One'})
  await client.createOrReplace({_id: 'kinds', _type: 'kinds', subtitle: 'Two'})
  const replaced = await client.getDocument('kinds')
  expect(replaced).toMatchObject({subtitle: 'Two', _createdAt})
  expect(replaced).not.toHaveProperty('title')
  await client.patch({query: '*[_type == "kinds"]'}).set({seen: true}).commit()
  expect(await client.getDocument('kinds')).toMatchObject({seen: true})
})

it('shows each perspective its own state of a document', async () => {
  const client = test.client('administrator')
  await client.create({_id: 'lens', _type: 'lens', title: 'Published'})
  await client.create({_id: 'drafts.lens', _type: 'lens', title: 'Draft'})
  const seen = (perspective: ClientPerspective) =>
    client.fetch<{_id: string; title: string}[]>(
      '*[_type == "lens"] | order(_id) {_id, title}',
      {},
      {perspective},
    )
  expect(await seen('published')).toEqual([{_id: 'lens', title: 'Published'}])
  expect(await seen('drafts')).toEqual([{_id: 'lens', title: 'Draft'}])
  expect(await seen('raw')).toHaveLength(2)
})
