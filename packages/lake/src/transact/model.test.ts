import {expect, test} from 'vitest'
import {runAgainstModel} from './model.fixture.ts'

test('two thousand random transactions end as a simple model says, errors included', () => {
  const report = runAgainstModel({transactions: 2000, seed: Date.now() % 1_000_000})
  process.stdout.write(`random transactions: ${JSON.stringify(report)}\n`)
  expect(report.divergences).toEqual([])
  expect(report.accepted).toBeGreaterThan(200)
  expect(Object.keys(report.refused).toSorted()).toEqual([
    'documentAlreadyExistsError',
    'documentNotFoundError',
    'documentRevisionIDDoesNotMatchError',
    'reference',
  ])
}, 120_000)
