import {afterAll, beforeAll, expect, test} from 'vitest'
import {ask, startTestLake} from '../http/test-lake.ts'

let running: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  running = await startTestLake()
})
afterAll(() => running.end())

const read = async (): Promise<string> => {
  const {lake} = running
  const {status, body} = await ask(lake, '/metrics', {headers: {host: `localhost:${lake.port}`}})
  expect(status).toBe(200)
  return body
}

test('metrics count requests by route and status, and nothing that a caller wrote', async () => {
  const {lake, client} = running
  await client('administrator').create({_id: 'canary', _type: 'article'})
  await client('administrator').fetch('*[_id == $id]', {id: 'canary'})
  await ask(lake, '/canary/canary', {headers: {host: `localhost:${lake.port}`}})
  const text = await read()
  expect(text).toContain('lake_requests_total{method="POST",route="/data/mutate/:dataset",status="200"} 1\n')
  expect(text).toMatch(
    /lake_requests_total\{method="(GET|POST)",route="\/data\/query\/:dataset",status="200"\} 1\n/u,
  )
  expect(text).toContain('lake_request_seconds_count{route="/data/mutate/:dataset"} 1\n')
  expect(text).toContain('status="404"} 1\n')
  expect(text).toContain('lake_transactions_total 1\n')
  expect(text).not.toContain('canary')
})

test('metrics tell how large the store is and what waits', async () => {
  const text = await read()
  const value = (name: string): number => Number(new RegExp(`^${name} (.+)$`, 'mu').exec(text)?.[1])
  expect(value('lake_wal_bytes')).toBeGreaterThan(0)
  expect(value('lake_uptime_seconds')).toBeGreaterThan(0)
  expect([value('lake_outbox_pending'), value('lake_query_queue'), value('lake_store_sound')]).toEqual([
    0, 0, 1,
  ])
})

test('a page of another site reads no metrics', async () => {
  const {lake} = running
  const headers = {host: `localhost:${lake.port}`, origin: 'http://evil.test'}
  expect((await ask(lake, '/metrics', {headers})).status).toBe(403)
})

test('health says up, and degraded once the store is closed, and no more', async () => {
  const own = await startTestLake()
  const headers = {host: `localhost:${own.lake.port}`}
  expect((await ask(own.lake, '/healthz', {headers})).body).toBe('{"status":"up"}')
  own.lake.context.store.db.close()
  const {status, body} = await ask(own.lake, '/healthz', {headers})
  expect([status, body]).toEqual([503, '{"status":"degraded"}'])
  await own.end()
})
