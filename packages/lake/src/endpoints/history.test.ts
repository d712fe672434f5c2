import {applyPatch} from 'mendoza'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {z} from 'zod'
import {startTestLake} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  const all = ['read', 'create', 'update', 'history'] as const
  test = await startTestLake({
    roles: {
      administrator: {title: 'Administrator', grants: [{filter: 'true', permissions: all}]},
      editor: {title: 'Editor', grants: [{filter: '_type == "article"', permissions: ['read', 'create']}]},
      historian: {
        title: 'Historian',
        grants: [{filter: '_type == "article"', permissions: ['read', 'history']}],
      },
    },
  })
})
afterAll(() => test.end())

/** What the Studio asks of `/data/history/production/…`, as text. */
async function history(path: string, role = 'administrator'): Promise<{status: number; text: string}> {
  const answer = await fetch(`${test.lake.url}/v2025-02-19/data/history/production/${path}`, {
    headers: {authorization: `Bearer ${test.lake.issueToken('history', role)}`},
  })
  return {status: answer.status, text: await answer.text()}
}

const transaction = z.object({
  id: z.string(),
  author: z.string(),
  timestamp: z.iso.datetime(),
  effects: z.record(z.string(), z.object({apply: z.array(z.unknown()), revert: z.array(z.unknown())})),
})

const lines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))

async function writeTwice(id: string): Promise<string[]> {
  const client = test.client('administrator')
  const made = await client.create({_id: id, _type: 'article', title: 'Knees'})
  const changed = await client.patch(id).set({title: 'Elbows'}).commit()
  return [made._rev, changed._rev]
}

it('gives effects without mutations when the Studio asks for no content', async () => {
  const [first, second] = await writeTwice('drafts.effects')
  const asked = 'excludeContent=true&includeIdentifiedDocumentsOnly=true&effectFormat=mendoza'
  const {text} = await history(`transactions/drafts.effects?${asked}&fromTransaction=${first}`)
  expect(text).not.toContain('mutations')
  const told = lines(text).map((line) => transaction.parse(line))
  expect(told.map(({id}) => id)).toEqual([first, second])
  let document: unknown = null
  for (const {effects} of told) document = applyPatch(document, effects['drafts.effects']?.apply ?? [])
  expect(document).toMatchObject({_id: 'drafts.effects', title: 'Elbows'})
})

const documentsAt = async (query: string): Promise<unknown> =>
  JSON.parse((await history(`documents/at?${query}`)).text)

it('gives a document at a revision, at a time and as it was last', async () => {
  const [first, second] = await writeTwice('at')
  const client = test.client('administrator')
  const {_updatedAt} = await client.fetch<{_updatedAt: string}>('*[_id == "at"][0]{_updatedAt}')
  await client.delete('at')
  expect(await documentsAt(`revision=${first}`)).toMatchObject({documents: [{title: 'Knees', _rev: first}]})
  expect(await documentsAt(`revision=${second}`)).toMatchObject({
    documents: [{title: 'Elbows', _rev: second}],
  })
  expect(await documentsAt(`time=${_updatedAt}`)).toMatchObject({documents: [{title: 'Elbows'}]})
  expect(await documentsAt('lastRevision=true')).toMatchObject({documents: [{title: 'Elbows'}]})
  expect(await documentsAt(`revision=${second}x`)).toEqual({documents: []})
})

it('tells the steps of a draft’s life newest first, and names the document by the id that was asked', async () => {
  const client = test.client('administrator')
  await client.create({_id: 'drafts.steps', _type: 'article', title: 'Knees'})
  const {_rev: draftRevision} = await client.patch('drafts.steps').set({title: 'Elbows'}).commit()
  const act = (actionType: 'sanity.action.document.publish') =>
    client.action({actionType, draftId: 'drafts.steps', publishedId: 'steps'})
  const {transactionId} = await act('sanity.action.document.publish')
  const {text} = await history('events/documents/drafts.steps')
  expect(JSON.parse(text)).toMatchObject({
    nextCursor: '',
    events: {
      'drafts.steps': [
        {type: 'publishDocumentVersion', revisionId: transactionId, versionRevisionId: draftRevision},
        {type: 'createDocumentVersion', versionId: 'drafts.steps'},
      ],
    },
  })
})

it('answers an anonymous asker 401, and one without the grant with nothing', async () => {
  await writeTwice('hidden')
  const anonymous = await fetch(
    `${test.lake.url}/v2025-02-19/data/history/production/transactions/hidden?effectFormat=mendoza`,
  )
  expect(anonymous.status).toBe(401)
  expect((await history('transactions/hidden?effectFormat=mendoza', 'editor')).text).toBe('')
  expect((await history('documents/hidden?lastRevision=true', 'editor')).text).toBe('{"documents":[]}')
})

const idOf = z.object({id: z.string()})
const idsIn = async (path: string, role?: string): Promise<string[]> =>
  lines((await history(path, role)).text).map((line) => idOf.parse(line).id)

it('pages through transactions from either end, and takes an empty end for none', async () => {
  const client = test.client('administrator')
  const made: string[] = [(await client.create({_id: 'long', _type: 'article', n: 0}))._rev]
  for (let n = 1; n < 205; n++) made.push((await client.patch('long').set({n}).commit())._rev)
  const at = 'transactions/long?excludeContent=true'
  expect(await idsIn(`${at}&fromTransaction=&toTransaction=`)).toEqual(made)
  expect(await idsIn(`${at}&reverse=true&limit=150`)).toEqual(made.toReversed().slice(0, 150))
  expect(await idsIn(`${at}&fromTransaction=${made[3]}&toTransaction=${made[5]}`)).toEqual(made.slice(3, 6))
  expect(await idsIn(`${at}&limit=2`)).toEqual(made.slice(0, 2))
  expect(await idsIn(`${at}&fromTransaction=never-was`)).toEqual([])
})

it('narrows transactions by author and by time, and says what is no time', async () => {
  const [first] = await writeTwice('narrow')
  const at = 'transactions/narrow?excludeContent=true'
  expect(await idsIn(`${at}&authors=robot-test`)).toHaveLength(2)
  expect(await idsIn(`${at}&authors=ada,eve`)).toEqual([])
  expect(await idsIn(`${at}&toTime=2020-01-01T00:00:00Z`)).toEqual([])
  expect(await idsIn(`${at}&fromTime=2020-01-01T01:00:00%2B01:00`)).toContain(first)
  expect((await history(`${at}&fromTime=soon`)).status).toBe(400)
})

it('tells of the other documents of a transaction unless told not to, and no words of a closed one', async () => {
  const client = test.client('administrator')
  const both = client.transaction().create({_id: 'open', _type: 'article'})
  await both.create({_id: 'closed', _type: 'secret', words: 'hush'}).commit()
  const {text} = await history('transactions/open?effectFormat=mendoza')
  expect(lines(text)).toMatchObject([{documentIDs: ['closed', 'open'], mutations: [{}, {}]}])
  const only = await history('transactions/open?effectFormat=mendoza&includeIdentifiedDocumentsOnly=true')
  expect(lines(only.text)).toMatchObject([{documentIDs: ['open']}])
  const reader = await history('transactions/open?effectFormat=mendoza', 'historian')
  expect(lines(reader.text)).toMatchObject([{documentIDs: ['open']}])
  expect(reader.text).not.toMatch(/hush|mutations|closed/u)
  expect((await history('transactions/closed', 'historian')).text).toBe('')
})

it('restores an older revision of a draft by what the Studio sends', async () => {
  const [first, second] = await writeTwice('drafts.back')
  const client = test.client('administrator')
  const answer = JSON.parse((await history(`documents/drafts.back?revision=${first}`)).text)
  expect(answer).toMatchObject({documents: [{_rev: first, title: 'Knees'}]})
  const {_updatedAt, ...attributes} = answer.documents[0]
  const actionType = 'sanity.action.document.replaceDraft'
  const {transactionId} = await client.action({actionType, publishedId: 'back', attributes})
  const restored = await client.getDocument('drafts.back')
  expect(restored).toMatchObject({title: 'Knees', _rev: transactionId, _createdAt: attributes._createdAt})
  expect([first, second]).not.toContain(restored?._rev)
})

it('gives a document at a revision of another one as it was then', async () => {
  const [first] = await writeTwice('then')
  const later = await test.client('administrator').create({_id: 'other', _type: 'article'})
  const {text} = await history(`documents/then?revision=${later._rev}`)
  expect(JSON.parse(text)).toMatchObject({documents: [{title: 'Elbows'}]})
  expect(JSON.parse((await history(`documents/other?revision=${first}`)).text)).toEqual({documents: []})
})

const eventSchema = z.looseObject({type: z.string()})
const eventsSchema = z.object({
  events: z.record(z.string(), z.array(eventSchema)),
  nextCursor: z.string(),
})
async function eventsOf(
  id: string,
  query = '',
): Promise<{events: z.infer<typeof eventSchema>[]; next: string}> {
  const {text} = await history(`events/documents/${id}${query}`)
  const {events, nextCursor} = eventsSchema.parse(JSON.parse(text))
  return {events: events[id] ?? [], next: nextCursor}
}

it('tells the life of a version and of its release: added, scheduled, unscheduled, published', async () => {
  const client = test.client('administrator')
  await client.create({_id: 'told', _type: 'article', title: 'One'})
  await client.releases.create({releaseId: 'rTold', metadata: {title: 'Told', releaseType: 'scheduled'}})
  const version = 'versions.rTold.told'
  const made = await client.createVersion({publishedId: 'told', baseId: 'told', releaseId: 'rTold'})
  const edit = 'sanity.action.document.edit'
  const edited = await client.action({
    actionType: edit,
    draftId: version,
    publishedId: 'told',
    patch: {set: {title: 'Two'}},
  })
  await client.releases.schedule({releaseId: 'rTold', publishAt: '2099-01-01T00:00:00.000Z'})
  await client.releases.unschedule({releaseId: 'rTold'})
  const published = await client.releases.publish({releaseId: 'rTold'})
  const life = (await eventsOf(version)).events
  expect(life).toMatchObject([
    {
      type: 'publishDocumentVersion',
      revisionId: published.transactionId,
      versionRevisionId: edited.transactionId,
      releaseId: 'rTold',
      publishCause: 'release.publish',
    },
    {type: 'unscheduleDocumentVersion', versionRevisionId: edited.transactionId},
    {type: 'scheduleDocumentVersion', publishAt: '2099-01-01T00:00:00.000Z'},
    {type: 'createDocumentVersion', versionId: version, versionRevisionId: made.transactionId},
  ])
  expect((await eventsOf('told')).events.map(({type}) => type)).toEqual([
    'publishDocumentVersion',
    'createLiveDocument',
  ])
  const release = JSON.parse((await history('events/releases/rTold?limit=100')).text)
  expect(release).toMatchObject({nextCursor: ''})
  expect(release.events.map(({type}: {type: string}) => type)).toEqual([
    'publishRelease',
    'unscheduleRelease',
    'scheduleRelease',
    'addDocumentToRelease',
    'createRelease',
  ])
})

it('tells unpublishing by a release, deleting and discarding apart', async () => {
  const client = test.client('administrator')
  await client.create({_id: 'ends', _type: 'article'})
  await client.releases.create({releaseId: 'rEnds'})
  await client.unpublishVersion({releaseId: 'rEnds', publishedId: 'ends'})
  await client.releases.publish({releaseId: 'rEnds'})
  await client.discardVersion({publishedId: 'ends'})
  await client.create({_id: 'ends', _type: 'article'})
  await client.delete('ends')
  expect((await eventsOf('ends')).events.map(({type}) => type)).toEqual([
    'deleteDocumentGroup',
    'createLiveDocument',
    'deleteDocumentVersion',
    'unpublishDocument',
    'createDocumentVersion',
    'createLiveDocument',
  ])
})

it('pages through events without telling one twice or leaving one out', async () => {
  const client = test.client('administrator')
  await client.create({_id: 'paged', _type: 'article', n: 0})
  for (let n = 1; n < 25; n++) await client.patch('paged').set({n}).commit()
  const all = (await eventsOf('paged')).events
  const read: unknown[] = []
  for (let cursor = ''; ;) {
    const {events, next} = await eventsOf('paged', `?limit=7${cursor ? `&nextCursor=${cursor}` : ''}`)
    expect(events.length).toBeLessThanOrEqual(7)
    read.push(...events)
    if (next === '') break
    cursor = next
  }
  expect([read.length, read]).toEqual([25, all])
})
