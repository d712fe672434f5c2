import {expect, test} from 'vitest'
import {runCuts} from './cuts.fixture.ts'

test('a listener whose line is cut every 300 ms knows at every cut what the server held', async () => {
  const report = await runCuts({seconds: 6, perSecond: 30, cutEveryMs: 300, seed: Date.now() % 1_000_000})
  process.stdout.write(`cuts: ${JSON.stringify(report)}\n`)
  expect(report.cuts).toBeGreaterThan(10)
  expect(report).toMatchObject({
    equal: report.cuts,
    events: report.mutations,
    double: 0,
    resets: 0,
    brokenChains: 0,
  })
}, 60_000)
