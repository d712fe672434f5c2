import {expect, test} from 'vitest'
import {belowFloor, requireReadyForPublic} from './public.ts'
import {startTestLake} from './http/test-lake.ts'

test.each([
  ['24.21.0', true],
  ['24.22.0', true],
  ['24.22.1', false],
  ['22.23.3', true],
  ['26.12.1', false],
  ['20.20.2', true],
  ['25.9.0', true],
  ['28.0.0', false],
])('Node %s has known holes: %s', (version, expected) => {
  expect(belowFloor(version) !== null).toBe(expected)
})

test('without a token of an administrator nobody could run a public lake', async () => {
  const {lake, end} = await startTestLake()
  const {config, store, clock} = lake.context
  const check = (): void => requireReadyForPublic({config, store, clock, nodeVersion: '24.22.1'})
  lake.issueToken('site', 'editor')
  expect(check).toThrow('administrator’s token')
  lake.issueToken('operator', 'administrator')
  expect(check).not.toThrow()
  await end()
})
