import {sanityImport} from '@sanity/import'
import {ClientError, type SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {afterAll, beforeAll, beforeEach, expect, it} from 'vitest'
import {startTestLake} from '../http/test-lake.ts'

type Asked = {cause: string; id: string | undefined; userId: string}

let test: Awaited<ReturnType<typeof startTestLake>>
let client: SanityClient
let asked: Asked[] = []
let refusing = false
let now = Date.parse('2026-01-01T00:00:00Z')
beforeAll(async () => {
  test = await startTestLake({
    clock: {now: () => now},
    guard: ({before, after, cause, identity}) => {
      const id = (after ?? before)?._id
      asked.push({cause, id, userId: identity.userId})
      const isGuarded = id !== undefined && !/^(drafts|versions|_)\./u.test(id)
      return refusing && isGuarded ? [{message: `“${id}” has no sign-off`}] : []
    },
  })
  client = test.client('administrator')
})
afterAll(() => test.end())

const releaseId = 'rGuard'
const ids = {draftId: 'drafts.held', publishedId: 'held'}
const versionId = `versions.${releaseId}.held`
beforeEach(async () => {
  refusing = false
  await client.createOrReplace({_id: 'held', _type: 'article', title: 'signed'})
  await client.createOrReplace({_id: 'drafts.held', _type: 'article', title: 'typed'})
  await client.delete('new')
})

/** The whole published part of the dataset, with every revision: what a guard is there for. */
const published = (): Promise<unknown> =>
  client.fetch(
    '*[!(_id in path("drafts.**")) && !(_id in path("versions.**"))]{_id, _rev} | order(_id)',
    {},
    {perspective: 'raw'},
  )

const act = (actionType: string, more: object = {}): Promise<unknown> =>
  client.request({
    method: 'POST',
    url: '/data/actions/production',
    body: {actions: [{actionType: `sanity.action.${actionType}`, ...more}]},
  })

/** Every road that writes a published document: its name, who takes it, and the status of a refusal. */
const roads: [string, number, () => Promise<unknown>][] = [
  ['mutate', 423, () => client.create({_id: 'new', _type: 'article'})],
  ['mutate', 423, () => client.createIfNotExists({_id: 'new', _type: 'article'})],
  ['mutate', 423, () => client.createOrReplace({_id: 'held', _type: 'article', title: 'other'})],
  ['mutate', 423, () => client.patch('held').set({title: 'other'}).commit()],
  ['mutate', 423, () => client.patch({query: '*[_id == "held"]'}).set({title: 'other'}).commit()],
  ['mutate', 423, () => client.delete('held')],
  ['mutate', 423, () => client.delete({query: '*[_id == "held"]'})],
  ['document.publish', 403, () => act('document.publish', ids)],
  ['document.unpublish', 403, () => act('document.unpublish', ids)],
  ['document.delete', 403, () => act('document.delete', {publishedId: 'held'})],
  [
    'asset',
    403,
    async () => {
      const pixels = sharp({create: {width: 9, height: 9, channels: 3, background: '#123456'}})
      return client.assets.upload('image', await pixels.png().toBuffer())
    },
  ],
]
it.each(roads)('asks the guard on the road “%s”, and answers its refusal %s', async (cause, status, take) => {
  const before = await published()
  refusing = true
  asked = []
  const refused = await take().then(
    () => null,
    (error: unknown) => error,
  )
  if (!(refused instanceof ClientError)) throw new Error('expected a refusal', {cause: refused})
  expect(refused.statusCode).toBe(status)
  expect(refused.message).toContain('has no sign-off')
  const error = refused.response.body.error
  expect(error).toMatchObject({
    type: cause.startsWith('document.') ? 'actionError' : 'mutationError',
    items: [{error: {type: 'guardError', description: expect.stringContaining('has no sign-off')}, index: 0}],
  })
  expect(asked.map((each) => each.cause)).toContain(cause)
  expect(await published()).toEqual(before)
})

it('asks about every item of a request by its own action, and keeps the words of an edit among them', async () => {
  refusing = true
  asked = []
  const refused = client.action([
    {actionType: 'sanity.action.document.edit', ...ids, patch: {set: {title: 'typed on'}}},
    {actionType: 'sanity.action.document.publish', ...ids},
  ])
  await expect(refused).rejects.toMatchObject({statusCode: 423})
  expect(asked).toEqual([
    {cause: 'document.publish', id: 'drafts.held', userId: 'robot-test'},
    {cause: 'document.publish', id: 'held', userId: 'robot-test'},
  ])
  expect(await client.getDocument('drafts.held')).toMatchObject({title: 'typed'})
})

it('asks when a release is published, and when a scheduled one is due in the name of its scheduler', async () => {
  await client.releases.create({releaseId})
  await client.createVersion({releaseId, publishedId: 'held', baseId: 'drafts.held'})
  const before = await published()
  refusing = true
  await expect(client.releases.publish({releaseId})).rejects.toMatchObject({statusCode: 403})
  const publishAt = new Date(now + 1000).toISOString()
  await expect(client.releases.schedule({releaseId, publishAt})).rejects.toMatchObject({statusCode: 403})
  refusing = false
  await client.releases.schedule({releaseId, publishAt})
  const scheduled = await published()
  refusing = true
  asked = []
  now += 1000
  test.lake.context.releases.wake()
  expect(asked).toContainEqual({cause: 'release.schedule', id: 'held', userId: 'robot-test'})
  const changed = [before, scheduled, await published()].map((list) => JSON.stringify(list))
  expect(changed.every((list) => list.includes('"held"'))).toBe(true)
  expect(await client.getDocument('held')).toMatchObject({title: 'signed'})
  expect(await client.getDocument(versionId)).toMatchObject({title: 'typed'})
  expect(await client.getDocument(`_.releases.${releaseId}`)).toMatchObject({
    state: 'active',
    error: {message: '“held” has no sign-off'},
  })
})

it('asks about each document of an import, and lets in none of a batch that is refused', async () => {
  refusing = true
  asked = []
  const documents = [
    {_id: 'drafts.imported', _type: 'article'},
    {_id: 'imported', _type: 'article'},
  ]
  await expect(sanityImport(documents, {client, operation: 'createOrReplace'})).rejects.toThrow('sign-off')
  expect(new Set(asked.map(({cause, id}) => `${cause} ${id}`))).toEqual(
    new Set(['import drafts.imported', 'import imported']),
  )
  expect(await client.getDocument('drafts.imported')).toBeUndefined()
})

it('leaves no file behind of an upload that is refused', async () => {
  refusing = true
  const bytes = new TextEncoder().encode('a file that nobody approved')
  await expect(client.assets.upload('file', new Blob([bytes]))).rejects.toMatchObject({statusCode: 403})
  const sha1 = await crypto.subtle.digest('SHA-1', bytes)
  const name = `${Buffer.from(sha1).toString('hex')}.bin`
  const answer = await fetch(`${test.lake.url}/files/lantern/production/${name}`)
  expect(answer.status).toBe(404)
})
