import {applyPatch} from 'mendoza'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {z} from 'zod'
import {startTestLake} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake()
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
