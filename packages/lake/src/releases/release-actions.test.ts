import {afterEach, beforeEach, expect, test} from 'vitest'
import {action, openTestStore} from '../transact/test-store.ts'

let lake: ReturnType<typeof openTestStore>
beforeEach(() => {
  lake = openTestStore()
})
afterEach(() => lake.end())

const releaseId = 'spring'
const release = (step: string, more: object = {}): object => action(`release.${step}`, {releaseId, ...more})
const document = (step: string, fields: object): object => action(`document.${step}`, fields)
const note = (_id: string, more: object = {}) => ({_id, _type: 'note', ...more})
const stored = () => lake.get(`_.releases.${releaseId}`)
const state = () => stored()?.['state']
const version = (id: string) => `versions.${releaseId}.${id}`
const addVersion = (id: string, more: object = {}) =>
  lake.act([document('version.create', {publishedId: id, document: note(version(id), more)})])

test('a release is a document of its own, with a state and what it is for', () => {
  lake.act([release('create', {metadata: {title: 'Spring', releaseType: 'asap'}})])
  expect(stored()).toMatchObject({
    _type: 'system.release',
    name: 'spring',
    state: 'active',
    metadata: {title: 'Spring', releaseType: 'asap'},
  })
  expect(lake.errorOf(() => lake.act([release('create')])).items[0]?.error.type).toBe(
    'documentAlreadyExistsError',
  )
})

test('an edit of a release reaches its metadata and nothing else', () => {
  lake.act([release('create')])
  const patch = {set: {metadata: {title: 'Late spring', releaseType: 'undecided'}}, unset: ['metadata.none']}
  lake.act([release('edit', {patch})])
  expect(stored()?.['metadata']).toEqual({title: 'Late spring', releaseType: 'undecided'})
  for (const set of [{state: 'published'}, {scheduledBy: {id: 'eve', role: 'editor'}}]) {
    expect(lake.errorOf(() => lake.act([release('edit', {patch: {set}})])).code).toBe('invalidRequest')
  }
})

test('a release publishes all of its versions in one transaction, and they are gone', () => {
  lake.mutate([{create: note('a', {n: 1})}, {create: note('gone', {n: 1})}, {create: note('drafts.a')}])
  const born = lake.get('a')?._createdAt
  lake.act([release('create')])
  lake.advance(1000)
  const waiting = {_type: 'reference', _ref: 'b', _weak: true, _strengthenOnPublish: {type: 'note'}}
  addVersion('a', {n: 2, to: waiting})
  addVersion('b', {n: 3})
  lake.act([document('version.unpublish', {versionId: version('gone'), publishedId: 'gone'})])
  const {transactionId} = lake.act([release('publish')])
  expect(lake.get('a')).toMatchObject({
    n: 2,
    _rev: transactionId,
    _createdAt: born,
    to: {_type: 'reference', _ref: 'b'},
  })
  expect(lake.get('a')?.['to']).not.toHaveProperty('_weak')
  expect(lake.get('b')).toMatchObject({n: 3, _rev: transactionId})
  expect(lake.get('gone')).toBeNull()
  expect(lake.get('drafts.gone')).toMatchObject({n: 1})
  expect(['a', 'b', 'gone'].map((id) => lake.get(version(id)))).toEqual([null, null, null])
  expect(lake.get('drafts.a')).not.toBeNull()
  expect(stored()).toMatchObject({
    state: 'published',
    publishedAt: '2026-01-01T00:00:01.000Z',
    finalDocumentStates: ['a', 'b', 'gone'].map((id) => ({id: version(id)})),
  })
})

test('a version says what it was made of, and what is published keeps no trace of it', () => {
  lake.mutate([{create: note('a', {n: 1})}], {transactionId: 'first'})
  lake.act([release('create')])
  const ids = {publishedId: 'a', baseId: 'a', versionId: version('a')}
  expect(
    lake.errorOf(() => lake.act([document('version.create', {...ids, ifBaseRevisionId: 'other'})])).items[0]
      ?.error.type,
  ).toBe('documentRevisionIDDoesNotMatchError')
  lake.act([document('version.create', {...ids, ifBaseRevisionId: 'first'})])
  expect(lake.get(version('a'))?.['_system']).toEqual({base: {id: 'a', rev: 'first'}})
  lake.act([release('publish')])
  expect(lake.get('a')).not.toHaveProperty('_system')
})

test('a mark for unpublishing can be taken back', () => {
  lake.mutate([{create: note('a', {n: 1})}])
  lake.act([release('create')])
  lake.act([document('version.unpublish', {versionId: version('a'), publishedId: 'a'})])
  expect(lake.get(version('a'))?.['_system']).toMatchObject({delete: true})
  const patch = {unset: ['_system.delete']}
  lake.act([document('edit', {draftId: version('a'), publishedId: 'a', patch})])
  lake.act([release('publish')])
  expect(lake.get('a')).toMatchObject({n: 1})
})

test('nothing of a release is published when one of its versions may not be', () => {
  lake.act([release('create')])
  addVersion('a')
  addVersion('b')
  lake.rules.guard = ({after}) => (after?._id === 'b' ? [{message: 'b has no sign-off'}] : [])
  const refused = lake.errorOf(() => lake.act([release('publish')]))
  expect(refused.items).toEqual([
    {error: {type: 'guardError', description: 'b has no sign-off', id: 'b'}, index: 0},
  ])
  expect([lake.get('a'), lake.get('b'), state()]).toEqual([null, null, 'active'])
})

test('an archived release comes back with its versions as they were', () => {
  lake.act([release('create')])
  addVersion('a', {n: 7})
  const before = lake.get(version('a'))
  lake.act([release('archive')])
  expect([state(), lake.get(version('a'))]).toEqual(['archived', null])
  lake.advance(1000)
  lake.act([release('unarchive')])
  expect(state()).toBe('active')
  expect(lake.get(version('a'))).toMatchObject({n: 7, _createdAt: before?._createdAt})
  expect(stored()).not.toHaveProperty('finalDocumentStates')
})

const refusedIn: Record<string, string[]> = {
  active: ['unschedule', 'unarchive', 'delete'],
  scheduled: ['publish', 'archive', 'unarchive', 'delete'],
  archived: ['edit', 'publish', 'schedule', 'unschedule', 'archive'],
  published: ['edit', 'publish', 'schedule', 'unschedule', 'archive', 'unarchive'],
}
const reach: Record<string, object[]> = {
  active: [],
  scheduled: [release('schedule', {publishAt: '2026-02-01T00:00:00Z'})],
  archived: [release('archive')],
  published: [release('publish')],
}
test.each(Object.keys(refusedIn))('a release that is %s refuses what its state does not allow', (name) => {
  lake.act([release('create')])
  addVersion('a')
  for (const step of reach[name] ?? []) lake.act([step])
  const before = lake.store.sequence()
  for (const step of refusedIn[name] ?? []) {
    const more = {publishAt: '2026-03-01T00:00:00Z', patch: {set: {'metadata.title': 'No'}}}
    const refused = lake.errorOf(() => lake.act([release(step, more)]))
    expect(refused.message).toMatch(new RegExp(`is ${name}; to ${step} it`, 'u'))
    expect(refused.items[0]?.error.type).toBe('releaseStateError')
  }
  expect([state(), lake.store.sequence()]).toEqual([name, before])
})

test('an action on a release that is not there says so', () => {
  for (const step of ['edit', 'publish', 'schedule', 'unschedule', 'archive', 'unarchive', 'delete']) {
    const more = {publishAt: '2026-03-01T00:00:00Z', patch: {}}
    expect(lake.errorOf(() => lake.act([release(step, more)])).items[0]?.error.type).toBe(
      'documentNotFoundError',
    )
  }
})

test('a release is deleted once it is archived or published', () => {
  for (const end of ['archive', 'publish']) {
    lake.act([release('create')])
    lake.act([release(end)])
    lake.act([release('delete')])
    expect(stored()).toBeNull()
  }
})

test('the versions of a scheduled release rest; nothing that an editor typed is lost by that', () => {
  lake.act([release('create')])
  addVersion('a')
  lake.act([release('schedule', {publishAt: '2026-02-01T00:00:00Z'})])
  const edit = document('edit', {draftId: version('a'), publishedId: 'a', patch: {set: {n: 9}}})
  expect(lake.errorOf(() => lake.act([edit])).details).toEqual({status: 423})
  expect(lake.errorOf(() => lake.mutate([{delete: {id: version('a')}}])).details).toEqual({status: 423})
  const discard = document('version.discard', {versionId: version('a')})
  expect(lake.errorOf(() => lake.act([discard])).details).toEqual({status: 409})
  expect(lake.errorOf(() => addVersion('b')).items[0]?.error.type).toBe('releaseStateError')
  lake.act([release('unschedule')])
  lake.act([edit])
  expect(lake.get(version('a'))).toMatchObject({n: 9})
  expect(stored()).not.toHaveProperty('publishAt')
})

test('a release can be made, filled and scheduled in one transaction', () => {
  lake.act([
    release('create'),
    document('version.create', {publishedId: 'a', document: note(version('a'))}),
    release('schedule', {publishAt: '2026-02-01T02:00:00+02:00'}),
  ])
  expect(stored()).toMatchObject({state: 'scheduled', publishAt: '2026-02-01T00:00:00.000Z'})
})

test('a release’s own document cannot be changed around its actions', () => {
  lake.act([release('create')])
  const id = '_.releases.spring'
  const forged = {_id: '_.releases.forged', _type: 'system.release', state: 'scheduled'}
  for (const mutation of [
    {patch: {id, set: {state: 'scheduled'}}},
    {delete: {id}},
    {createOrReplace: {...forged, _id: id}},
    {create: forged},
  ]) {
    expect(lake.errorOf(() => lake.mutate([mutation])).items[0]?.error.type).toBe('systemDocumentError')
  }
  expect(state()).toBe('active')
})

test('what was scheduled elsewhere is imported unscheduled', () => {
  const attributes = {
    _id: '_.releases.spring',
    _type: 'system.release',
    _createdAt: '2025-05-05T00:00:00Z',
    state: 'scheduled',
    publishAt: '2026-02-01T00:00:00Z',
    scheduledBy: {id: 'eve', role: 'administrator'},
    metadata: {title: 'Spring', releaseType: 'scheduled'},
  }
  lake.act([release('import', {attributes})])
  expect(stored()).toMatchObject({state: 'active', _createdAt: '2025-05-05T00:00:00Z', name: 'spring'})
  expect(stored()).not.toHaveProperty('publishAt')
  expect(stored()).not.toHaveProperty('scheduledBy')
  expect(lake.errorOf(() => lake.act([release('import', {attributes})])).items[0]?.error.type).toBe(
    'documentAlreadyExistsError',
  )
  const changed = {...attributes, state: 'archived', metadata: {title: 'Other'}}
  lake.act([release('import', {attributes: changed, ifExists: 'ignore'})])
  expect(stored()?.['metadata']).toMatchObject({title: 'Spring'})
  lake.act([release('import', {attributes: changed, ifExists: 'replace'})])
  expect(stored()).toMatchObject({state: 'archived', metadata: {title: 'Other'}})
})

const dryRuns: [string, object[], object][] = [
  ['create', [], release('create', {metadata: {title: 'x'}})],
  ['edit', [release('create')], release('edit', {patch: {set: {'metadata.title': 'x'}}})],
  ['publish', [release('create')], release('publish')],
  ['schedule', [release('create')], release('schedule', {publishAt: '2025-12-31T00:00:00Z'})],
  ['archive', [release('create')], release('archive')],
  ['delete', [release('create'), release('archive')], release('delete')],
]
test.each(dryRuns)('a dry run of release.%s asks the rules and changes nothing', (_name, before, step) => {
  for (const each of before) lake.act([each])
  const heard: unknown[] = []
  lake.writer.onCommit((commit) => heard.push(commit))
  const [sequence, document_] = [lake.store.sequence(), stored()]
  expect(lake.act([step], {}, true).transactionId).toEqual(expect.any(String))
  lake.rules.permit = () => 'not for you'
  expect(lake.errorOf(() => lake.act([step], {}, true)).items[0]?.error.type).toBe(
    'insufficientPermissionsError',
  )
  expect([lake.store.sequence(), stored(), heard]).toEqual([sequence, document_, []])
})

test('purging is refused, because history cannot be rewritten', () => {
  lake.act([release('create')])
  addVersion('a')
  const discard = document('version.discard', {versionId: version('a'), purge: true})
  expect(lake.errorOf(() => lake.act([discard])).message).toContain('cannot be purged')
  lake.act([document('version.discard', {versionId: version('a'), purge: false})])
  expect(lake.get(version('a'))).toBeNull()
})
