import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {systemClock} from '../clock.ts'
import {createLogger} from '../log.ts'
import {evaluateSync} from '../query/evaluate.ts'
import {openStore, type Store} from '../store/store.ts'
import {createWriter, type Writer} from '../transact/transact.ts'
import type {MutationEvent, Subscription} from './event.ts'
import {createListenerHub, type ListenerHub} from './hub.ts'
import {createMatches} from './matches.ts'
import {positionOf} from './replay.ts'

let directory: string
let store: Store
let writer: Writer
let hub: ListenerHub
const identity = {userId: 'ada', role: 'editor'}
let failed: unknown[]
let evaluations = 0

beforeEach(() => {
  failed = []
  directory = mkdtempSync(join(tmpdir(), 'lake-'))
  store = openStore({directory})
  store.db.prepare('INSERT INTO datasets (name, created_at) VALUES (?, ?)').run('test', '2026')
  writer = createWriter({store, clock: systemClock, rules: {permit: () => null}, selectIds: () => []})
  hub = createListenerHub({
    writer,
    store,
    clock: systemClock,
    log: createLogger('silent'),
    matches: (...asked) => {
      evaluations += 1
      return createMatches(evaluateSync)(...asked)
    },
    mayRead: (reader, _dataset, document) => reader !== null && document._type !== 'secret',
  })
})
afterEach(() => {
  hub.close()
  store.close()
  rmSync(directory, {recursive: true})
})

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  dataset: 'test',
  query: '*',
  params: {},
  identity,
  includeResult: true,
  includePreviousRevision: false,
  includeMutations: false,
  includeEffects: true,
  includeAllVersions: false,
  ...more,
})
const listen = (more: Partial<Subscription> = {}): MutationEvent[] => {
  const heard: MutationEvent[] = []
  hub.subscribe(subscription(more), {
    hear: (events) => heard.push(...events),
    fail: (error) => failed.push(error),
  })
  return heard
}
const write = (transactionId: string, mutations: unknown[]) =>
  writer.mutate({dataset: 'test', body: {transactionId, mutations}, identity, options: {}})
const note = (_id: string, more: object = {}) => ({_id, _type: 'note', ...more})

test('a document sends one event for each transaction, and its revisions chain', () => {
  const heard = listen()
  write('t1', [{create: note('a')}, {patch: {id: 'a', set: {n: 1}}}])
  write('t2', [{patch: {id: 'a', set: {n: 2}}}])
  write('t3', [{delete: {id: 'a'}}])
  expect(heard.map(({previousRev, resultRev, transition}) => [previousRev, resultRev, transition])).toEqual([
    [undefined, 't1', 'appear'],
    ['t1', 't2', 'update'],
    ['t2', 't3', 'disappear'],
  ])
})

test('a document that leaves the filter disappears, and the total counts only what is sent', () => {
  const heard = listen({query: '*[n == $n] | order(_id) {_id}', params: {n: 1}})
  write('t1', [{create: note('a', {n: 1})}, {create: note('b', {n: 2})}])
  write('t2', [{patch: {id: 'a', set: {n: 3}}}])
  expect(heard.map((event) => [event.documentId, event.transition, event.transactionTotalEvents])).toEqual([
    ['a', 'appear', 1],
    ['a', 'disappear', 1],
  ])
})

test('nobody hears of a document that they may not read', () => {
  const heard = listen()
  const anonymous = listen({identity: null})
  write('t1', [{create: {_id: 's', _type: 'secret'}}, {create: note('a')}])
  expect(heard.map(({documentId}) => documentId)).toEqual(['a'])
  expect(anonymous).toEqual([])
})

test('a listener that comes back hears exactly what it missed', () => {
  const heard = listen()
  write('t1', [{create: note('b')}, {create: note('a')}])
  write('t2', [{patch: {id: 'a', set: {n: 1}}}])
  const missed = hub.missed(subscription(), heard[0]?.eventId ?? '')
  expect(missed?.map(({eventId}) => eventId)).toEqual(heard.slice(1).map(({eventId}) => eventId))
  expect(hub.missed(subscription(), 'unknown#a')).toBeNull()
})

test('a query that cannot be parsed is refused at once', () => {
  expect(() => hub.check(subscription({query: '*[_type =='}))).toThrow(/GROQ/u)
})

test('versions are told only to a listener that asks for all versions', () => {
  const plain = listen()
  const all = listen({includeAllVersions: true})
  write('v', [{create: note('versions.r1.a')}, {create: note('drafts.a')}])
  expect(plain.map(({documentId}) => documentId)).toEqual(['drafts.a'])
  expect(all.map(({documentId}) => documentId)).toEqual(['drafts.a', 'versions.r1.a'])
})

test('a listener that lost its line in the middle of a transaction is told the total of the whole of it', () => {
  const heard = listen()
  write('t1', [{create: note('b')}, {create: note('a')}, {create: note('c')}])
  const missed = hub.missed(subscription(), heard[0]?.eventId ?? '')
  expect(missed).toEqual(heard.slice(1))
  expect(missed?.map(({transactionTotalEvents}) => transactionTotalEvents)).toEqual([3, 3])
})

test('one that heard nothing but the greeting goes on from there', () => {
  write('t1', [{create: note('a')}])
  const greeting = positionOf(store.sequence())
  write('t2', [{create: note('b')}])
  expect(hub.missed(subscription(), greeting)?.map(({documentId}) => documentId)).toEqual(['b'])
  expect(hub.missed(subscription(), positionOf(99))).toBeNull()
})

test('five hundred listeners with one question cost one evaluation for each side of a change', () => {
  const lists = Array.from({length: 500}, () => listen({query: '*[_type == "note"]'}))
  evaluations = 0
  write('t1', [{create: note('a')}])
  write('t2', [{patch: {id: 'a', set: {n: 1}}}])
  expect(evaluations).toBe(3)
  expect(lists.filter((heard) => heard.length === 2)).toHaveLength(500)
})

test('a document that is closed to a listener disappears for it, and no word of what it became is told', () => {
  write('t1', [{create: note('a', {title: 'open'})}])
  const heard = listen({includePreviousRevision: true, includeMutations: true})
  write('t2', [{createOrReplace: {_id: 'a', _type: 'secret', title: 'hush'}}])
  write('t3', [{createOrReplace: note('a', {title: 'open again'})}])
  expect(heard.map(({transition, result}) => [transition, result?.['title']])).toEqual([
    ['disappear', undefined],
    ['appear', 'open again'],
  ])
  expect(heard[1]).not.toHaveProperty('previousRev')
  expect(JSON.stringify(heard)).not.toMatch(/hush|secret/u)
})

test('a filter without end ends its own listener, and no other', () => {
  const list = Array.from({length: 2000}, (_, n) => n)
  const deep = '*[count(list[count(^.list[count(^.^.list[@ > 3]) > 0]) > 0]) > 0]'
  const doomed = listen({query: deep})
  const fine = listen({query: '*[_type == "note"]'})
  const startedAt = performance.now()
  write('t1', [{create: note('a', {list})}])
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  write('t2', [{create: note('b')}])
  expect([doomed.length, fine.length, failed.length]).toEqual([0, 2, 1])
  expect(String(failed[0])).toContain('took longer than')
})
