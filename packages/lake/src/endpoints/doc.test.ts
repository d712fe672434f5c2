import {afterAll, beforeAll, expect, it} from 'vitest'
import {startTestLake} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake()
  const client = test.client('administrator')
  await client.releases.create({releaseId: 'r1'})
  const ids = ['a', 'drafts.a', 'versions.r1.a', 'versions.r1.ba', 'drafts.b']
  await Promise.all(ids.map((_id) => client.create({_id, _type: 'article'})))
  await client.create({_id: 's', _type: 'secret'})
})
afterAll(() => test.end())

async function doc(path: string, role = 'administrator'): Promise<unknown> {
  const answer = await fetch(`${test.lake.url}/v2025-02-19/data/doc/production/${path}`, {
    headers: {authorization: `Bearer ${test.lake.issueToken('doc', role)}`},
  })
  return answer.json()
}

it('gives every version of a document when asked, and nobody else’s', async () => {
  expect(await doc('drafts.a?includeAllVersions=true')).toMatchObject({
    documents: [{_id: 'a'}, {_id: 'drafts.a'}, {_id: 'versions.r1.a'}],
    omitted: [],
  })
  expect(await doc('b?includeAllVersions=true')).toMatchObject({
    documents: [{_id: 'drafts.b'}],
    omitted: [{id: 'b', reason: 'existence'}],
  })
})

it('says why a document is missing, and gives no content when none is wanted', async () => {
  expect(await doc('s,none,a?excludeContent=true', 'editor')).toEqual({
    documents: [],
    omitted: [
      {id: 's', reason: 'permission'},
      {id: 'none', reason: 'existence'},
    ],
  })
})
