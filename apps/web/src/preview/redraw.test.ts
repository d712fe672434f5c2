import {expect, test} from 'vitest'
import {createRedraw} from './redraw.ts'

/** A drawing that ends when it is told to. */
function slowDrawing() {
  const ends: ((failed?: boolean) => void)[] = []
  const redraw = createRedraw(
    () => new Promise((done, fail) => ends.push((failed) => (failed ? fail(new Error('torn')) : done()))),
  )
  return {ends, redraw}
}

test('changes during a drawing lead to one more after it, and no two at once', async () => {
  const {ends, redraw} = slowDrawing()
  const first = redraw()
  const later = [redraw(), redraw(), redraw()]
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await first
  await expect.poll(() => ends.length).toBe(2)
  ends[1]?.()
  await Promise.all(later)
  expect(ends).toHaveLength(2)
})

test('after a drawing that failed the next change is drawn', async () => {
  const {ends, redraw} = slowDrawing()
  const first = redraw()
  const second = redraw()
  ends[0]?.(true)
  await expect(first).rejects.toThrow('torn')
  await expect.poll(() => ends.length).toBe(2)
  ends[1]?.()
  await second
  const third = redraw()
  ends[2]?.()
  await expect(third).resolves.toBeUndefined()
})
