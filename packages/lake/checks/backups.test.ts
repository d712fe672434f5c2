import {expect, test} from 'vitest'
import {kept} from '../src/backup/retention.ts'
import {backUpDuringWrites} from './backups.ts'

test('a backup taken while somebody writes is the lake as it was at one moment', async () => {
  const result = await backUpDuringWrites({rounds: 3, seed: 0})
  process.stdout.write(`F18: ${JSON.stringify(result)}\n`)
  expect(result.equal).toBe(3)
  expect(result.writesMeanwhile).toBeGreaterThan(0)
  expect(result.assets).toBeGreaterThan(0)
  expect(result.replayed).toBeGreaterThan(0)
}, 60_000)

test('of many backups the newest 24 stay, and the last of each of 30 days', () => {
  const names = Array.from({length: 24 * 40}, (_, hour) =>
    new Date(Date.UTC(2026, 0, 1, hour)).toISOString().replaceAll(/[:.]/g, '-'),
  )
  const keep = [...kept(names)].toSorted()
  expect(keep).toHaveLength(24 + 29)
  expect(keep[0]).toBe('2026-01-11T23-00-00-000Z')
  expect(keep.at(-1)).toBe('2026-02-09T23-00-00-000Z')
})
