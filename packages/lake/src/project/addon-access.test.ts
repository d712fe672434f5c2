import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startTestLake} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
let writers: Record<'ada' | 'eve' | 'chief' | 'site', SanityClient>
const all = ['read', 'create', 'update', 'history'] as const
const person = (id: string, role: string) => ({id, name: id, email: `${id}@lantern.example`, role})
beforeAll(async () => {
  test = await startTestLake({
    roles: {
      administrator: {
        title: 'Administrator',
        administers: true,
        grants: [{filter: 'true', permissions: all}],
      },
      editor: {
        title: 'Editor',
        grants: [
          {filter: 'true', permissions: ['read']},
          {filter: '_type == "article"', permissions: ['create', 'update']},
        ],
      },
      site: {title: 'Site', grants: [{filter: 'true', permissions: ['read']}]},
    },
    users: [person('ada', 'editor'), person('eve', 'editor'), person('chief', 'administrator')],
  })
  const {access} = test.lake.context
  const as = (userId: string): SanityClient => {
    const token = access.tokens.redeem(access.tokens.issueLoginCode(userId)) ?? ''
    return test.client('site').withConfig({token, dataset: 'production-comments', perspective: 'raw'})
  }
  const site = test.client('site').withConfig({dataset: 'production-comments', perspective: 'raw'})
  writers = {ada: as('ada'), eve: as('eve'), chief: as('chief'), site}
})
afterAll(() => test.end())

const setup = (client: SanityClient): Promise<{datasetName: string}> =>
  client.request({method: 'POST', url: '/comments/production/setup'})
const acl = (client: SanityClient, dataset: string): Promise<{filter: string}[]> =>
  client.request({url: `/projects/lantern/datasets/${dataset}/acl`})
const forbidden = {statusCode: 403}
const comment = (_id: string, authorId: string) => ({
  _id,
  _type: 'comment',
  authorId,
  message: [{text: 'Is this so?'}],
})

it('is there before the first comment, so that a Studio that is open already hears of it', async () => {
  const found = await writers.ada.request({
    url: '/projects/lantern/datasets',
    query: {datasetProfile: 'comments', addonFor: 'production'},
  })
  expect(found).toMatchObject([{name: 'production-comments'}])
})

it('is made once, by whoever writes the content, and told as the add-on of its dataset', async () => {
  await expect(setup(writers.site)).rejects.toMatchObject(forbidden)
  const name = {datasetName: 'production-comments'}
  expect([await setup(writers.ada), await setup(writers.eve)]).toEqual([name, name])
  const found = await writers.ada.request({
    url: '/projects/lantern/datasets',
    query: {datasetProfile: 'comments', addonFor: 'production'},
  })
  expect(found).toMatchObject([{name: 'production-comments', addonFor: 'production'}])
})

it('lets an editor comment under the own name and others answer, react and resolve', async () => {
  const {ada, eve} = writers
  await ada.create(comment('c1', 'ada'))
  await expect(ada.create(comment('forged', 'eve'))).rejects.toMatchObject(forbidden)
  await eve.create({...comment('c2', 'eve'), parentCommentId: 'c1'})
  await eve
    .patch('c1')
    .set({status: 'resolved', reactions: [{_key: 'eve'}]})
    .commit()
  expect(await ada.fetch('*[_type == "comment"] | order(_id){_id, status}')).toEqual([
    {_id: 'c1', status: 'resolved'},
    {_id: 'c2', status: null},
  ])
})

it('keeps a message and its name to the one who said it', async () => {
  const {ada, eve, chief} = writers
  await expect(eve.patch('c1').set({message: []}).commit()).rejects.toMatchObject(forbidden)
  await expect(eve.patch('c1').set({authorId: 'eve'}).commit()).rejects.toMatchObject(forbidden)
  await expect(eve.delete('c1')).rejects.toMatchObject(forbidden)
  await ada
    .patch('c1')
    .set({message: [{text: 'It is so.'}]})
    .commit()
  await chief.delete('c2')
  await ada.delete('c1')
  expect(await ada.fetch('*[_type == "comment"]')).toEqual([])
})

it('tells nothing of what is said to the site, and takes no content', async () => {
  const {ada, site} = writers
  await ada.create(comment('c3', 'ada'))
  expect(await site.fetch('*')).toEqual([])
  expect(await site.getDocument('c3')).toBeUndefined()
  await expect(site.create(comment('c4', 'robot-test'))).rejects.toMatchObject(forbidden)
  await expect(ada.create({_id: 'a', _type: 'article'})).rejects.toMatchObject(forbidden)
  expect(await ada.withConfig({dataset: 'production'}).fetch('*[_id == "c3"]')).toEqual([])
})

it('tells the Studio by /acl what one may do in which dataset', async () => {
  expect(await acl(writers.ada, 'production-comments')).toMatchObject([
    {filter: '_type in ["comment", "tasks.task"]'},
  ])
  expect(await acl(writers.site, 'production-comments')).toEqual([])
  expect(await acl(writers.ada, 'production')).toHaveLength(2)
})

it('keeps datasets apart: the same id in two is two documents, with a history and listeners of their own', async () => {
  const chief = writers.chief.withConfig({dataset: 'production'})
  await chief.request({method: 'PUT', url: '/datasets/staging', body: {}})
  const staging = chief.withConfig({dataset: 'staging'})
  await chief.create({_id: 'same', _type: 'article', title: 'Live'}, {transactionId: 'first'})
  await staging.create({_id: 'same', _type: 'article', title: 'Tried'}, {transactionId: 'first'})
  await staging.delete('same')
  expect(await chief.getDocument('same')).toMatchObject({title: 'Live'})
  const events = await chief.request({url: '/data/history/production/events/documents/same'})
  expect(events.events.same).toMatchObject([{type: 'createLiveDocument'}])
  await expect(chief.withConfig({dataset: 'nowhere'}).create({_type: 'article'})).rejects.toMatchObject({
    statusCode: 404,
  })
})
