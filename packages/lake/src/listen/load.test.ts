import {expect, test} from 'vitest'
import {runListenLoad} from './load.fixture.ts'

test('a hundred listeners hear every event once and in order, soon', async () => {
  const load = {listeners: 100, stuck: 0, seconds: 5, perSecond: 10, documentBytes: 2000}
  const report = await runListenLoad(load)
  process.stdout.write(`100 listeners, 5 s: ${JSON.stringify(report)}\n`)
  expect(report).toMatchObject({expected: 5000, missing: 0, double: 0, outOfOrder: 0})
  // The limit of the long form is 250 ms on a machine of its own; this one is shared with other test files.
  expect(report.p99Ms).toBeLessThan(3000)
}, 60_000)

test('clients that never read are dropped, and the others hear everything', async () => {
  const load = {listeners: 20, stuck: 10, seconds: 4, perSecond: 10, documentBytes: 400_000}
  const report = await runListenLoad(load)
  process.stdout.write(`10 clients that never read: ${JSON.stringify(report)}\n`)
  expect(report).toMatchObject({missing: 0, double: 0, outOfOrder: 0, stuckLeft: 0})
}, 60_000)
