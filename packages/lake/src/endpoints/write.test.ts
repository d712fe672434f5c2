import {afterAll, beforeAll, expect, it} from 'vitest'
import {startTestLake} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
let token: string
beforeAll(async () => {
  test = await startTestLake()
  token = test.lake.issueToken('test', 'administrator')
})
afterAll(() => test.end())

const send = (path: string, body?: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${test.lake.url}/v2025-02-19/data/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers},
    body,
  })
const exported = async (): Promise<string> => (await send('export/production')).text()
const create = (_id: string): string => JSON.stringify({mutations: [{create: {_id, _type: 'article'}}]})

it.each(['mutate/production', 'actions/production'])(
  'refuses %s without a body or in pieces',
  async (path) => {
    for (const body of ['', '{', '[]', 'null']) expect((await send(path, body)).status).toBe(400)
  },
)

it('writes nothing when a dry run is asked for, in whatever words', async () => {
  for (const word of ['true', '1', '']) {
    expect((await send(`mutate/production?dryRun=${word}`, create('dry'))).status).toBe(200)
  }
  const action = {
    actionType: 'sanity.action.document.create',
    publishedId: 'dry',
    attributes: {_id: 'drafts.dry', _type: 'article'},
  }
  const body = JSON.stringify({actions: [action], dryRun: true})
  expect((await send('actions/production', body)).status).toBe(200)
  expect(await exported()).not.toContain('dry')
})

it('names the ids when asked, and refuses a transaction id that was used', async () => {
  const body = JSON.stringify({mutations: [{create: {_id: 'a', _type: 'article'}}], transactionId: 'once'})
  const first = await send('mutate/production?returnIds=true', body)
  expect(await first.json()).toMatchObject({transactionId: 'once', documentIds: ['a']})
  expect((await send('mutate/production', body)).status).toBe(409)
})

it('refuses an action on variants by its name', async () => {
  const names = ['document.variant.create', 'document.variant.publish', 'variant.definition.create']
  for (const name of names) {
    const body = JSON.stringify({actions: [{actionType: `sanity.action.${name}`, publishedId: 'a'}]})
    const answer = await send('actions/production', body)
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(name)])
  }
})

it('tells the Studio by the type of the refusal that releases are not for an editor', async () => {
  const editor = {authorization: `Bearer ${test.lake.issueToken('editor', 'editor')}`}
  const actions = [{actionType: 'sanity.action.release.create', releaseId: 'r'}]
  const answer = await send('actions/production', JSON.stringify({actions, dryRun: true}), editor)
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({error: {type: 'insufficientPermissionsError'}})
})

it('exports one document a line, drafts as well, to those who may read', async () => {
  await send('mutate/production', create('drafts.b'))
  const ids = (await exported()).trimEnd().split('\n')
  expect(ids.map((line) => JSON.parse(line)._id)).toEqual(['a', 'drafts.b'])
  const anonymous = await fetch(`${test.lake.url}/v2025-02-19/data/export/production`)
  expect(anonymous.status).toBe(401)
})

it('gives back documents as they are after the transaction, and says what became of each', async () => {
  const mutations = [
    {create: {_id: 'back', _type: 'article', n: 1}},
    {createIfNotExists: {_id: 'back', _type: 'article', n: 2}},
    {patch: {id: 'back', inc: {n: 5}}},
    {delete: {id: 'never-was'}},
  ]
  const body = JSON.stringify({mutations, transactionId: 'back-1'})
  const answer = await send('mutate/production?returnDocuments=true&returnIds=true', body)
  const after = {_id: 'back', n: 6, _rev: 'back-1'}
  expect(await answer.json()).toMatchObject({
    results: [
      {id: 'back', operation: 'create', document: after},
      {id: 'back', operation: 'none', document: after},
      {id: 'back', operation: 'update', document: after},
      {id: 'never-was', operation: 'none'},
    ],
    documentIds: ['back', 'never-was'],
  })
})

it('ends a mutation’s query that has no end, changes nothing, and goes on', async () => {
  const list = Array.from({length: 3000}, (_, n) => n)
  await send(
    'mutate/production',
    JSON.stringify({mutations: [{create: {_id: 'deep', _type: 'article', list}}]}),
  )
  const query = '*[count(list[count(^.list[count(^.^.list[@ > 3]) > 0]) > 0]) > 0]'
  const answer = await send('mutate/production', JSON.stringify({mutations: [{delete: {query}}]}))
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('took longer')])
  expect((await send('mutate/production', create('after-deep'))).status).toBe(200)
  expect(await exported()).toContain('"deep"')
})

it('takes no query that compares in a mutation, and says so', async () => {
  const query = '*[diff::changedAny(@, {"title": "a"}, title)]'
  const answer = await send('mutate/production', JSON.stringify({mutations: [{delete: {query}}]}))
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('without diff::')])
})
