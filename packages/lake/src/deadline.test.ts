import {expect, test} from 'vitest'
import {withinDeadline} from './deadline.ts'

const endless = (): never => {
  for (;;);
}

test('a computation without end is ended, and the next one runs', () => {
  const startedAt = performance.now()
  expect(() => withinDeadline(endless, 50)).toThrow('took longer than 50 ms')
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  expect(withinDeadline(() => 1 + 1, 50)).toBe(2)
})

test('what a computation throws comes through as it is', () => {
  const error = new Error('mine')
  expect(() =>
    withinDeadline(() => {
      throw error
    }, 50),
  ).toThrow(error)
})

test('a computation is not blamed for a machine that had no time for it', () => {
  const wall = new Int32Array(new SharedArrayBuffer(4))
  let tries = 0
  const run = (): number => {
    tries += 1
    if (tries < 3) Atomics.wait(wall, 0, 0, 200)
    return tries
  }
  expect(withinDeadline(run, 40)).toBe(3)
})
