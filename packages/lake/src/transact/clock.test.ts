import {afterEach, beforeEach, expect, test} from 'vitest'
import {openLog} from '../history/log.ts'
import {createReplay} from '../listen/replay.ts'
import {action, openTestStore} from './test-store.ts'

let lake: ReturnType<typeof openTestStore>
beforeEach(() => {
  lake = openTestStore()
})
afterEach(() => lake.end())

const hourMs = 3_600_000
const jumps = [
  ['an hour ahead', hourMs],
  ['an hour back', -hourMs],
  ['a day back', -24 * hourMs],
] as const

test.each(jumps)(
  'when the clock is set %s, what happened keeps its order and no document grows younger',
  (_, jump) => {
    const heard: string[] = []
    lake.writer.onCommit(({transactionId}) => heard.push(transactionId))
    const updated: string[] = []
    const write = (id: string, transactionId: string): void => {
      lake.mutate([{createOrReplace: {_id: id, _type: 'note', n: heard.length}}], {transactionId})
      if (id === 'a') updated.push(lake.get('a')?._updatedAt ?? '')
    }
    write('a', 't1')
    write('b', 't2')
    lake.advance(jump)
    write('a', 't3')
    lake.act([action('document.edit', {draftId: 'drafts.a', publishedId: 'a', patch: {set: {n: 9}}})], {
      transactionId: 't4',
    })
    lake.advance(1000)
    write('b', 't5')
    lake.act([action('document.publish', {draftId: 'drafts.a', publishedId: 'a'})], {transactionId: 't6'})
    updated.push(lake.get('a')?._updatedAt ?? '')

    const order = ['t1', 't2', 't3', 't4', 't5', 't6']
    const log = openLog(lake.store)
    const logged = [...log.transactions('test', {documentIds: ['a', 'b', 'drafts.a']})].map(({id}) => id)
    const replayed = createReplay(lake.store, lake.clock)
      .since('test', 0)
      ?.map((commit) => commit.transactionId)
    expect([heard, logged, replayed]).toEqual([order, order, order])
    expect(updated).toEqual(updated.toSorted())
    expect(log.atRevision('test', 'a', 't3')?.['n']).toBe(2)
    expect(log.atRevision('test', 'a', 't6')?.['n']).toBe(9)
  },
)

test('a listener’s place holds when the clock was set back behind it', () => {
  lake.mutate([{create: {_id: 'a', _type: 'note'}}], {transactionId: 't1'})
  lake.advance(-24 * hourMs)
  lake.mutate([{create: {_id: 'b', _type: 'note'}}], {transactionId: 't2'})
  const missed = createReplay(lake.store, lake.clock).after('test', 't1#a')
  expect(missed?.commits.map(({transactionId}) => transactionId)).toEqual(['t1', 't2'])
})
