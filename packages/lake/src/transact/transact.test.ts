import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {LakeError} from '../lake-error.ts'
import {openStore, type Store} from '../store/store.ts'
import {createWriter, type Commit, type Writer} from './transact.ts'

const identity = {userId: 'ada', role: 'editor'}
const dataset = 'test'
let directory: string
let store: Store
let writer: Writer
let now = Date.parse('2026-01-01T00:00:00Z')
let refusal: string | null = null

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lake-'))
  store = openStore({directory})
  store.db.prepare('INSERT INTO datasets (name, created_at) VALUES (?, ?)').run(dataset, '2026')
  refusal = null
  now = Date.parse('2026-01-01T00:00:00Z')
  writer = createWriter({
    store,
    clock: {now: () => now},
    rules: {permit: () => refusal},
    selectIds: (_dataset, query) => (query === '*[_type == "note"]' ? ['a', 'b'] : []),
  })
})
afterEach(() => {
  store.close()
  rmSync(directory, {recursive: true})
})

const mutate = (mutations: unknown[], more: object = {}, options = {}) =>
  writer.mutate({dataset, body: {mutations, ...more}, identity, options})
const act = (actions: unknown[], more: object = {}, dryRun = false) =>
  writer.act({dataset, body: {actions, ...more}, identity, dryRun})
const note = (_id: string, more: object = {}) => ({_id, _type: 'note', ...more})
const errorOf = (run: () => unknown): LakeError => {
  try {
    run()
  } catch (error) {
    if (error instanceof LakeError) return error
    throw error
  }
  throw new Error('expected an error')
}
const typeOf = (run: () => unknown): string | undefined => errorOf(run).items[0]?.error.type

test('the transaction id that the client chose becomes the revision', () => {
  mutate([{create: note('a')}], {transactionId: 'mine'})
  expect(store.get(dataset, 'a')?._rev).toBe('mine')
})

test('a transaction id is used once, so a repeated request writes nothing', () => {
  mutate([{create: note('a', {n: 1})}], {transactionId: 'mine'})
  const again = errorOf(() => mutate([{patch: {id: 'a', inc: {n: 1}}}], {transactionId: 'mine'}))
  expect(again.code).toBe('conflict')
  expect(store.get(dataset, 'a')?.['n']).toBe(1)
})

test('create refuses an id that is taken, createIfNotExists leaves it, createOrReplace keeps its birth', () => {
  mutate([{create: note('a', {n: 1})}])
  const born = store.get(dataset, 'a')?._createdAt
  now += 1000
  expect(typeOf(() => mutate([{create: note('a')}]))).toBe('documentAlreadyExistsError')
  expect(mutate([{createIfNotExists: note('a', {n: 2})}]).results[0]?.operation).toBe('none')
  mutate([{createOrReplace: note('a', {n: 3})}])
  expect(store.get(dataset, 'a')).toMatchObject({n: 3, _createdAt: born})
})

test('a patch with an old revision is refused and says which one is current', () => {
  mutate([{create: note('a')}], {transactionId: 'one'})
  mutate([{patch: {id: 'a', ifRevisionID: 'one', set: {n: 1}}}], {transactionId: 'two'})
  const late = errorOf(() => mutate([{patch: {id: 'a', ifRevisionID: 'one', set: {n: 2}}}]))
  expect(late.items[0]?.error).toMatchObject({
    type: 'documentRevisionIDDoesNotMatchError',
    currentRevisionID: 'two',
    expectedRevisionID: 'one',
  })
})

test('a patch cannot change who a document is or when it was made', () => {
  mutate([{create: note('a')}])
  const before = store.get(dataset, 'a')
  mutate([{patch: {id: 'a', set: {_id: 'b', _type: 'other', _createdAt: 'never', n: 1}}}])
  expect(store.get(dataset, 'a')).toMatchObject({
    _id: 'a',
    _type: 'note',
    _createdAt: before?._createdAt,
    n: 1,
  })
})

test('patches and deletes by query reach every selected document', () => {
  mutate([{create: note('a')}, {create: note('b')}])
  mutate([{patch: {query: '*[_type == "note"]', set: {n: 1}}}])
  expect(store.getMany(dataset, ['a', 'b']).map((each) => each['n'])).toEqual([1, 1])
  mutate([{delete: {query: '*[_type == "note"]'}}])
  expect(store.getMany(dataset, ['a', 'b'])).toEqual([])
})

test('a query sees what came before it in its own transaction, and leaves no trace of that', () => {
  const byQuery = createWriter({
    store,
    clock: {now: () => now},
    rules: {permit: () => null},
    selectIds: (_dataset, type) => {
      const rows = store.db.prepare('SELECT id FROM documents WHERE type = ? ORDER BY id').all(type)
      return rows.map((row) => String(row['id']))
    },
  })
  mutate([{create: note('a')}, {create: note('b')}])
  const mutations = [
    {delete: {id: 'a'}},
    {create: note('c')},
    {create: note('gone')},
    {patch: {query: 'note', set: {n: 1}}},
    {delete: {id: 'gone'}},
  ]
  const {results} = byQuery.mutate({dataset, body: {mutations}, identity, options: {}})
  expect(results.filter(({operation}) => operation === 'update').map(({id}) => id)).toEqual([
    'b',
    'c',
    'gone',
  ])
  const kept = store.db.prepare('SELECT id, seq FROM documents ORDER BY id').all()
  expect(kept.map((row) => Object.values(row))).toEqual([
    ['b', 2],
    ['c', 2],
  ])
})

test('one bad mutation leaves nothing of its transaction behind', () => {
  expect(typeOf(() => mutate([{create: note('a')}, {patch: {id: 'none', set: {n: 1}}}]))).toBe(
    'documentNotFoundError',
  )
  expect(store.get(dataset, 'a')).toBeNull()
  expect(store.sequence()).toBe(0)
})

test('a strong reference needs its target and holds it; a weak one does neither', () => {
  const strong = {_type: 'reference', _ref: 'target'}
  expect(typeOf(() => mutate([{create: note('a', {to: strong})}]))).toBe('documentReferenceDoesNotExistError')
  mutate([{create: note('a', {to: strong})}, {create: note('target')}])
  const kept = errorOf(() => mutate([{delete: {id: 'target'}}]))
  expect(kept.items[0]?.error).toMatchObject({
    type: 'documentHasExistingReferencesError',
    referencingIDs: ['a'],
  })
  mutate([{patch: {id: 'a', set: {to: {...strong, _weak: true}}}}, {delete: {id: 'target'}}])
  expect(store.get(dataset, 'target')).toBeNull()
})

test('a dry run answers but writes nothing and tells nobody', () => {
  const heard: Commit[] = []
  writer.onCommit((commit) => heard.push(commit))
  expect(mutate([{create: note('a')}], {}, {dryRun: true}).results).toEqual([{id: 'a', operation: 'create'}])
  act(
    [{actionType: 'sanity.action.document.create', publishedId: 'b', attributes: note('drafts.b')}],
    {},
    true,
  )
  expect([store.get(dataset, 'a'), store.get(dataset, 'drafts.b'), heard.length]).toEqual([null, null, 0])
})

test('what the rules refuse is not written', () => {
  refusal = 'no'
  expect(errorOf(() => mutate([{create: note('a')}])).code).toBe('forbidden')
  expect(store.get(dataset, 'a')).toBeNull()
})

test('a clock that steps back never makes a document look older', () => {
  mutate([{create: note('a')}])
  const first = store.get(dataset, 'a')?._updatedAt ?? ''
  now -= 86_400_000
  mutate([{patch: {id: 'a', set: {n: 1}}}])
  expect((store.get(dataset, 'a')?._updatedAt ?? '') >= first).toBe(true)
})

test('keys are made for list items that have none, when asked', () => {
  mutate([{create: note('a', {list: [{n: 1}, {_key: 'mine'}]})}], {}, {autoGenerateArrayKeys: true})
  expect(store.get(dataset, 'a')?.['list']).toEqual([
    {n: 1, _key: expect.stringMatching(/^[0-9a-f]{12}$/u)},
    {_key: 'mine'},
  ])
})

test('a document of 1,001 attributes or 21 levels is refused', () => {
  const wide = Object.fromEntries(Array.from({length: 1001}, (_, index) => [`f${index}`, index]))
  const deep = Array.from({length: 21}).reduce<object>((inner) => ({inner}), {})
  expect(errorOf(() => mutate([{create: note('a', wide)}])).code).toBe('tooLarge')
  expect(errorOf(() => mutate([{create: note('a', deep)}])).code).toBe('tooLarge')
})

test('a field called __proto__ changes no prototype', () => {
  const hostile: unknown = JSON.parse(
    '{"create": {"_id": "a", "_type": "note", "__proto__": {"polluted": true}}}',
  )
  mutate([hostile, {patch: {id: 'a', set: {'__proto__.polluted': true}}}])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('an editor types into a published document and publishes it', () => {
  const ids = {draftId: 'drafts.a', publishedId: 'a'}
  mutate([{create: note('a', {title: 'Old'})}])
  const born = store.get(dataset, 'a')?._createdAt
  now += 1000
  const edit = (patch: object, transactionId: string) =>
    act([{actionType: 'sanity.action.document.edit', ...ids, patch}], {transactionId})
  edit({unset: ['_empty_action_guard_pseudo_field_']}, 'guard')
  edit({diffMatchPatch: {title: '@@ -1,3 +1,3 @@\n-Old\n+New\n'}}, 'typed')
  expect(store.get(dataset, 'drafts.a')).toMatchObject({title: 'New', _rev: 'typed'})
  expect(store.get(dataset, 'a')?.['title']).toBe('Old')
  const publish = {actionType: 'sanity.action.document.publish', ...ids}
  expect(typeOf(() => act([{...publish, ifDraftRevisionId: 'guard'}]))).toBe(
    'documentRevisionIDDoesNotMatchError',
  )
  act([{...publish, ifDraftRevisionId: 'typed'}], {transactionId: 'published'})
  expect(store.get(dataset, 'a')).toMatchObject({title: 'New', _rev: 'published', _createdAt: born})
  expect(store.get(dataset, 'drafts.a')).toBeNull()
})

test('publishing makes waiting references strong', () => {
  mutate([
    {create: note('target')},
    {
      create: note('drafts.a', {
        to: {_type: 'reference', _ref: 'target', _weak: true, _strengthenOnPublish: {type: 'note'}},
      }),
    },
  ])
  act([{actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'a'}])
  expect(store.get(dataset, 'a')?.['to']).toEqual({_type: 'reference', _ref: 'target'})
})

test('publishing leaves a reference weak that its schema calls weak', () => {
  const to = {
    _type: 'reference',
    _ref: 'nobody',
    _weak: true,
    _strengthenOnPublish: {type: 'note', weak: true},
  }
  mutate([{create: note('drafts.a', {to})}])
  act([{actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'a'}])
  expect(store.get(dataset, 'a')?.['to']).toEqual({_type: 'reference', _ref: 'nobody', _weak: true})
})

test('unpublishing brings the document back to its draft, and keeps a draft that is there', () => {
  mutate([{create: note('a', {n: 1})}, {create: note('b', {n: 1})}, {create: note('drafts.b', {n: 2})}])
  const actionType = 'sanity.action.document.unpublish'
  act(['a', 'b'].map((id) => ({actionType, draftId: `drafts.${id}`, publishedId: id})))
  expect(store.getMany(dataset, ['a', 'b'])).toEqual([])
  expect(store.getMany(dataset, ['drafts.a', 'drafts.b']).map((each) => each['n'])).toEqual([1, 2])
})

test('a draft is made, replaced and discarded; the published document stays', () => {
  const ids = {draftId: 'drafts.a', publishedId: 'a'}
  const attributes = note('drafts.a', {n: 1})
  const create = {actionType: 'sanity.action.document.create', publishedId: 'a', attributes}
  act([create])
  expect(typeOf(() => act([create]))).toBe('documentAlreadyExistsError')
  act([{...create, ifExists: 'ignore'}])
  mutate([{create: note('a', {n: 0})}])
  act([
    {actionType: 'sanity.action.document.replaceDraft', publishedId: 'a', attributes: {...attributes, n: 2}},
  ])
  expect(store.get(dataset, 'drafts.a')?.['n']).toBe(2)
  act([{actionType: 'sanity.action.document.discard', ...ids}])
  expect([store.get(dataset, 'drafts.a'), store.get(dataset, 'a')?.['n']]).toEqual([null, 0])
})

test('deleting a document takes its draft and the versions that are named', () => {
  mutate(['a', 'drafts.a', 'versions.spring.a', 'other'].map((id) => ({create: note(id)})))
  const remove = {actionType: 'sanity.action.document.delete', publishedId: 'a'}
  expect(errorOf(() => act([{...remove, includeDrafts: ['other']}])).code).toBe('invalidRequest')
  act([{...remove, includeDrafts: ['drafts.a', 'versions.spring.a']}])
  const left = store.getMany(dataset, ['a', 'drafts.a', 'versions.spring.a', 'other'])
  expect(left.map(({_id}) => _id)).toEqual(['other'])
})

test('a version is replaced as a whole and keeps its birth', () => {
  const id = 'versions.spring.a'
  mutate([{create: note(id, {old: true})}])
  const born = store.get(dataset, id)?._createdAt
  now += 1000
  act([{actionType: 'sanity.action.document.version.replace', document: note(id, {n: 1})}])
  expect(store.get(dataset, id)).toMatchObject({n: 1, _createdAt: born})
  expect(store.get(dataset, id)?.['old']).toBeUndefined()
})

test('an action on a draft never reaches a published document or another draft', () => {
  mutate([{create: note('a')}, {create: note('drafts.b')}])
  const pair = {draftId: 'a', publishedId: 'a'}
  const attempts: object[] = [
    {actionType: 'sanity.action.document.edit', ...pair, patch: {set: {n: 1}}},
    {actionType: 'sanity.action.document.publish', ...pair},
    {actionType: 'sanity.action.document.publish', draftId: 'drafts.b', publishedId: 'a'},
    {actionType: 'sanity.action.document.unpublish', ...pair},
    {actionType: 'sanity.action.document.discard', draftId: 'a'},
    {actionType: 'sanity.action.document.version.discard', versionId: 'a'},
    {actionType: 'sanity.action.document.version.replace', document: note('a')},
    {actionType: 'sanity.action.document.replaceDraft', publishedId: 'a', attributes: note('drafts.b')},
    {actionType: 'sanity.action.document.create', publishedId: 'c', attributes: note('c')},
  ]
  const before = store.sequence()
  for (const attempt of attempts) expect(errorOf(() => act([attempt])).code).toBe('invalidRequest')
  expect(store.sequence()).toBe(before)
})

test('more than 1,000 mutations in one transaction are refused', () => {
  const mutations = Array.from({length: 1001}, (_, index) => ({create: note(`n${index}`)}))
  expect(errorOf(() => mutate(mutations)).code).toBe('tooLarge')
  expect(store.sequence()).toBe(0)
})

test('an id that ends in a dot is completed', () => {
  const [made] = mutate([{create: note('drafts.')}]).results
  expect(made?.id).toMatch(/^drafts\.[0-9a-f-]{36}$/u)
})

test('one transaction leaves one entry and one effect for each document, however often it changed', () => {
  mutate([{create: note('a')}, {patch: {id: 'a', set: {n: 1}}}, {create: note('b')}], {transactionId: 'one'})
  const effects = store.db.prepare('SELECT document_id, previous_rev, result_rev FROM effects').all()
  expect(effects.map((row) => Object.values(row))).toEqual([
    ['a', null, 'one'],
    ['b', null, 'one'],
  ])
  expect(store.sequence()).toBe(1)
})

test('commits are told in their order, whatever a listener does or throws', () => {
  const heard: number[] = []
  writer.onCommit(({seq}) => {
    if (seq === 1) mutate([{create: note('answer')}])
  })
  writer.onCommit(({seq}) => {
    heard.push(seq)
    if (seq === 1) throw new Error('out of order')
  })
  mutate([{create: note('a')}])
  expect(heard).toEqual([1, 2])
})

test('what must be written with the commit fails with it', () => {
  const strict = createWriter({
    store,
    clock: {now: () => now},
    rules: {permit: () => null},
    selectIds: () => [],
    beforeCommit: () => {
      throw new Error('no room in the outbox')
    },
  })
  const body = {mutations: [{create: note('a')}]}
  expect(() => strict.mutate({dataset, body, identity, options: {}})).toThrow('no room')
  expect([store.get(dataset, 'a'), store.sequence()]).toEqual([null, 0])
})

test('an action that is not offered is refused by its name', () => {
  const error = errorOf(() => act([{actionType: 'sanity.action.document.variant.create', publishedId: 'a'}]))
  expect(error.code).toBe('invalidRequest')
  expect(error.message).toContain('document.variant.create')
})

test('a version starts as a copy of its base, once, and is discarded by its id', () => {
  mutate([{create: note('a', {n: 1})}])
  const versionId = 'versions.spring.a'
  const create = {
    actionType: 'sanity.action.document.version.create',
    publishedId: 'a',
    baseId: 'a',
    versionId,
  }
  act([create])
  expect(store.get(dataset, versionId)).toMatchObject({n: 1})
  expect(typeOf(() => act([create]))).toBe('documentAlreadyExistsError')
  act([{actionType: 'sanity.action.document.version.discard', versionId}])
  expect(store.get(dataset, versionId)).toBeNull()
})
