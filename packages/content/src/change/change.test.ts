import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {fixtures} from '../fixtures.ts'
import {documentType} from '../parsers.ts'
import {referencesOf} from '../references.ts'
import {changeFilter, changeProjection, parseChange, tagsOfChange} from './change.ts'

async function projected(before: object | null, after: object | null): Promise<unknown> {
  const tree = parse(changeProjection, {mode: 'delta'})
  return (await evaluate(tree, {before, after, dataset: []})).get()
}

describe('changeProjection', () => {
  test.each(documentType.options)('finds every reference of a new %s', async (type) => {
    const change = parseChange(await projected(null, fixtures[type]))
    expect(change.id).toBe(fixtures[type]._id)
    expect(change.references.toSorted()).toEqual(referencesOf(fixtures[type]).toSorted())
  })

  test('finds the references of a deleted document', async () => {
    const change = parseChange(await projected(fixtures.condition, null))
    expect(change.references.toSorted()).toEqual(referencesOf(fixtures.condition).toSorted())
  })

  test('gives the slug and the references that a change took away', async () => {
    const after = {
      ...fixtures.article,
      slug: {_type: 'slug', current: 'new-address'},
      mainCondition: {_type: 'reference', _ref: 'condition-new'},
      body: [],
    }
    const change = parseChange(await projected(fixtures.article, after))
    expect(change.slugs).toEqual(['reading-your-pathology-report', 'new-address'])
    expect(change.references).toEqual(
      expect.arrayContaining(['condition-sample', 'condition-new', 'question-sample', 'source-cited']),
    )
  })
})

test('changeFilter lets our types through and no others', async () => {
  const dataset = [...Object.values(fixtures), {_id: 'image-x', _type: 'sanity.imageAsset'}]
  const found: unknown = await (await evaluate(parse(`*[${changeFilter}]._type`), {dataset})).get()
  expect(found).toEqual(Object.keys(fixtures))
})

describe('parseChange', () => {
  test('gives published ids, each once', () => {
    const body = {id: 'drafts.a', type: 'article', slugs: ['s', 's'], references: [null, 'b', 'drafts.b']}
    expect(parseChange(body)).toEqual({id: 'a', type: 'article', slugs: ['s'], references: ['b']})
  })

  test.each([null, {}, {id: 'a', type: 'shoe', slugs: [], references: []}, {id: 'a', type: 'article'}])(
    'throws on %j',
    (body) => {
      expect(() => parseChange(body)).toThrow(z.ZodError)
    },
  )
})

test('tagsOfChange names the document, its type, both slugs and all it refers to', () => {
  const tags = tagsOfChange({id: 'a', type: 'article', slugs: ['old', 'new'], references: ['b', 'c']})
  expect(tags).toEqual(['doc:a', 'type:article', 'slug:article:old', 'slug:article:new', 'ref:b', 'ref:c'])
})
