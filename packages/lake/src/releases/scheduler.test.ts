import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLogger} from '../log.ts'
import {action, openTestStore} from '../transact/test-store.ts'
import {createReleaseScheduler, type ReleaseScheduler} from './scheduler.ts'

let lake: ReturnType<typeof openTestStore>
let scheduler: ReleaseScheduler
let role: string | null
const open = (): ReleaseScheduler =>
  createReleaseScheduler({
    store: lake.store,
    clock: lake.clock,
    writer: lake.writer,
    log: createLogger('silent'),
    roleOf: () => role,
  })
beforeEach(() => {
  role = 'editor'
  lake = openTestStore()
  scheduler = open()
})
afterEach(() => {
  scheduler.stop()
  lake.end()
})

const hourMs = 3_600_000
const stored = (id: string) => lake.get(`_.releases.${id}`)
function schedule(releaseId: string, afterMs: number): void {
  const publishAt = new Date(lake.clock.now() + afterMs).toISOString()
  const document = {_id: `versions.${releaseId}.${releaseId}`, _type: 'note'}
  lake.act([
    action('release.create', {releaseId}),
    action('document.version.create', {publishedId: releaseId, document}),
    action('release.schedule', {releaseId, publishAt}),
  ])
}

test('a release is published when its time has come, not before, and once', () => {
  schedule('spring', hourMs)
  lake.advance(hourMs - 1)
  expect([scheduler.wake(), lake.get('spring')]).toEqual([0, null])
  lake.advance(1)
  expect([scheduler.wake(), scheduler.wake()]).toEqual([1, 0])
  expect(lake.get('spring')).not.toBeNull()
  expect(stored('spring')).toMatchObject({state: 'published', publishedAt: '2026-01-01T01:00:00.000Z'})
  expect(stored('spring')).not.toHaveProperty('scheduledBy')
})

test('what came due while the lake was down is published at its start, the earliest first', () => {
  schedule('second', 2 * hourMs)
  schedule('first', hourMs)
  schedule('later', 9 * hourMs)
  scheduler.stop()
  lake.advance(5 * hourMs)
  lake.reopen()
  const published: string[] = []
  lake.writer.onCommit(({changes}) => published.push(...changes.map(({documentId}) => documentId)))
  scheduler = open()
  expect(scheduler.wake()).toBe(2)
  expect(published.filter((id) => id === 'first' || id === 'second')).toEqual(['first', 'second'])
  expect(stored('later')).toMatchObject({state: 'scheduled'})
})

test('a timer of its own publishes it, without anybody asking', async () => {
  const published = new Promise<void>((resolve) => {
    lake.writer.onCommit(({changes}) => {
      if (changes.some(({documentId}) => documentId === 'now')) resolve()
    })
  })
  schedule('now', 0)
  await published
  expect(stored('now')).toMatchObject({state: 'published'})
})

test('an unscheduled release stays', () => {
  schedule('spring', hourMs)
  lake.act([action('release.unschedule', {releaseId: 'spring'})])
  lake.advance(2 * hourMs)
  expect([scheduler.wake(), stored('spring')?.['state']]).toEqual([0, 'active'])
})

test('the guard is asked again in the name of whoever scheduled it; a refusal opens the release and says why', () => {
  schedule('spring', hourMs)
  const asked: unknown[] = []
  lake.rules.guard = ({after, identity, cause}) => {
    if (after?._id !== 'spring') return []
    asked.push([identity, cause])
    return [{message: 'the sign-off is too old'}]
  }
  lake.advance(hourMs)
  expect(scheduler.wake()).toBe(0)
  expect(asked).toEqual([[{userId: 'ada', role: 'editor'}, 'release.schedule']])
  expect(lake.get('spring')).toBeNull()
  expect(stored('spring')).toMatchObject({state: 'active', error: {message: 'the sign-off is too old'}})
  expect(lake.get('versions.spring.spring')).not.toBeNull()
  lake.rules.guard = undefined
  lake.act([action('release.publish', {releaseId: 'spring'})])
  expect(stored('spring')).not.toHaveProperty('error')
})

test('who may not publish any more when the time comes has scheduled in vain', () => {
  schedule('spring', hourMs)
  lake.rules.permit = (identity) => (identity.role === 'editor' ? null : 'not for you')
  role = null
  lake.advance(hourMs)
  expect([scheduler.wake(), lake.get('spring')]).toEqual([0, null])
  expect(stored('spring')).toMatchObject({state: 'active', error: {message: expect.stringContaining('not')}})
})

test('scheduling is refused to one whose publishing would be', () => {
  lake.rules.permit = (_identity, _dataset, _before, after) =>
    after?._id === 'spring' ? 'no right to publish' : null
  const refused = lake.errorOf(() => schedule('spring', hourMs))
  expect(refused.items[0]?.error).toMatchObject({type: 'insufficientPermissionsError', id: 'spring'})
  expect(stored('spring')).toBeNull()
})

test('a failure that passes leaves the release scheduled', () => {
  schedule('spring', hourMs)
  lake.advance(hourMs)
  lake.rules.guard = () => {
    throw new Error('database or disk is full')
  }
  expect([scheduler.wake(), stored('spring')?.['state']]).toEqual([0, 'scheduled'])
  lake.rules.guard = undefined
  expect(scheduler.wake()).toBe(1)
})

test('a clock that is set back publishes nothing twice and nothing early', () => {
  schedule('spring', hourMs)
  lake.advance(hourMs)
  scheduler.wake()
  lake.advance(-24 * hourMs)
  expect(scheduler.wake()).toBe(0)
  schedule('next', hourMs)
  lake.advance(-hourMs)
  expect([scheduler.wake(), lake.get('next')]).toEqual([0, null])
})
