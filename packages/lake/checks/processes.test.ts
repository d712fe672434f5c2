import {expect, test} from 'vitest'
import {killUnderWriters} from './kills.ts'
import {stopUnderLoad} from './stops.ts'

const seed = Date.now() % 1_000_000

test('a lake that is killed under ten writers starts again with all that it acknowledged, and alone', async () => {
  const result = await killUnderWriters({rounds: 3, seed})
  process.stdout.write(`F1, F14 seed ${seed}: ${JSON.stringify(result)}\n`)
  expect(result).toMatchObject({lost: 0, halves: 0, sound: 3, secondRefused: 1})
  expect(result.acknowledged).toBeGreaterThan(30)
}, 60_000)

test('a lake that is told to stop answers every request that it took', async () => {
  const result = await stopUnderLoad({rounds: 1, seed})
  process.stdout.write(`F16 seed ${seed}: ${JSON.stringify(result)}\n`)
  expect(result).toMatchObject({cut: 0, lost: 0, cleanExits: 1, logBytesLeft: 0})
  expect(result.answered).toBeGreaterThan(20)
  expect(result.slowestExitMs).toBeLessThan(10_000)
}, 60_000)
