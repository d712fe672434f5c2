import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {fixtures} from './fixtures.ts'
import {queries} from './queries.ts'

async function asked(query: string, params: Record<string, unknown>): Promise<unknown> {
  return (await evaluate(parse(query, {params}), {params, dataset: Object.values(fixtures)})).get()
}

test('a root is found by type and slug, and absent otherwise', async () => {
  const slug = 'hormone-receptors'
  expect(await asked(queries.rootBySlug, {type: 'biomarker', slug})).toEqual(fixtures.biomarker)
  expect(await asked(queries.rootBySlug, {type: 'article', slug})).toBeNull()
})

test('documents are found by ids, by type and by what they refer to', async () => {
  expect(await asked(queries.documentsByIds, {ids: ['person-sample', 'none']})).toEqual([fixtures.person])
  expect(await asked(queries.listOfType, {type: 'question'})).toEqual([fixtures.question])
  const params = {type: 'condition', id: 'treatmentClass-sample'}
  expect(await asked(queries.referrersOfType, params)).toEqual([fixtures.condition])
})
