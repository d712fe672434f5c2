import {expect, it} from 'vitest'
import {comparePlannedWithPlain} from './planned-against-plain.fixture.ts'

it('the planner never changes a result: random queries over random stores give what plain groq-js gives', () => {
  const seed = Date.now() % 2 ** 31
  const compared = comparePlannedWithPlain({queries: 1000, seed})
  console.log(`planned = plain for ${compared} queries, seed ${seed}`)
  expect(compared).toBeGreaterThanOrEqual(1000)
}, 60_000)
