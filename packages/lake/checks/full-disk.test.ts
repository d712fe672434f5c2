import {expect, test} from 'vitest'
import {fillByPageLimit, fillRealDisk} from './full-disk.ts'

const asPromised = {refusal: 507, refusalIsJson: true, readsMeanwhile: 10}

test('a store that may not grow refuses writes with 507, is read on, and writes again without a restart', async () => {
  const result = await fillByPageLimit()
  expect(result).toMatchObject(asPromised)
  expect(result.stored).toBe(result.acknowledged)
  expect(result.resumedAfterMs).toBeLessThan(5_000)
})

test('so does a lake on a disk that is full', async ({skip}) => {
  const result = await fillRealDisk()
  if (result === null) return skip('a disk of its own needs the right to mount one')
  process.stdout.write(`F4: ${JSON.stringify(result)}\n`)
  expect(result).toMatchObject(asPromised)
  expect(result.stored).toBe(result.acknowledged)
  expect(result.resumedAfterMs).toBeLessThan(5_000)
})
