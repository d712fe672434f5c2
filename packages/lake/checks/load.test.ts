import {expect, test} from 'vitest'
import {edit} from './load.ts'

test('ten editors at 25 changes a second find every change stored, in their order', async () => {
  const result = await edit({rounds: 3, seed: 1})
  process.stdout.write(`L4: ${JSON.stringify(result)}\n`)
  expect(result.stored).toBe(result.acknowledged)
  expect(result.inOrder).toBe(true)
  expect(result.acknowledged).toBeGreaterThan(600)
}, 60_000)
