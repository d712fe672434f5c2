import {expect, test} from 'vitest'
import {killMigrations, openEarlierSchemas} from './migrating.ts'

const seed = Date.now() % 1_000_000

test('a store of every earlier schema opens with all that it held', () => {
  const result = openEarlierSchemas()
  expect(result.versions).toBeGreaterThan(0)
  expect(result.whole).toBe(result.versions)
})

test('a migration that is killed has happened, or has not', async () => {
  const result = await killMigrations({rounds: 4, seed})
  process.stdout.write(`F20 seed ${seed}: ${JSON.stringify(result)}\n`)
  expect(result.whole).toBe(4)
}, 60_000)
