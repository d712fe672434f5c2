import {expect, test} from 'vitest'
import {countSyncs, failWrites, hasStrace} from './io-errors.ts'

const why = 'making the kernel fail needs strace'
const seed = Date.now() % 1_000_000

test('what was acknowledged while the disk failed now and then is there, and the store goes on', ({skip}) => {
  if (!hasStrace()) return skip(why)
  const result = failWrites({rounds: 30, seed})
  process.stdout.write(`F5 seed ${seed}: ${JSON.stringify(result)}\n`)
  expect(result).toMatchObject({lost: 0, unsound: 0, otherErrors: 0, unfinishedRuns: 0})
  expect(result.refused).toBeGreaterThan(0)
  expect(result.acknowledged).toBeGreaterThan(result.refused)
}, 60_000)

test('the log is synced before each acknowledgement', ({skip}) => {
  if (!hasStrace()) return skip(why)
  const result = countSyncs({rounds: 30})
  // Answers that came close together may leave in one write.
  expect(result.acknowledged).toBeGreaterThan(10)
  expect(result.withSyncBefore).toBe(result.acknowledged)
}, 60_000)
