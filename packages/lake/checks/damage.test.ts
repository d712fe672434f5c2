import {expect, test} from 'vitest'
import {damageFiles, damageLogs} from './damage.ts'

const seed = Date.now() % 1_000_000

test('a log that is cut or damaged anywhere opens as a beginning of the history', () => {
  const result = damageLogs({rounds: 100, seed})
  process.stdout.write(`F2 seed ${seed}: ${JSON.stringify(result)}\n`)
  expect(result).toMatchObject({opened: 100, prefixes: 100})
  // Some copies must have lost something, or nothing was tried.
  expect(result.shortest).toBeLessThan(result.longest)
}, 60_000)

test('no flipped bit of the database file passes for another content', () => {
  const result = damageFiles({rounds: 60, seed})
  process.stdout.write(`F3 seed ${seed}: ${JSON.stringify(result)}\n`)
  expect(result.silentlyWrong).toBe(0)
  expect(result.caught).toBeGreaterThan(0)
}, 60_000)
