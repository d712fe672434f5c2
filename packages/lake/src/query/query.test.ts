import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {LakeDocument} from '../document.ts'
import {evaluateSync} from './evaluate.ts'
import {planQuery} from './plan.ts'
import {scanQuery} from './scan.ts'
import {matchesTextQuery} from './text-query.ts'

const times = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}

const someDocument = fc.record({
  _id: fc.constantFrom('a', 'b', 'c', 'd', 'drafts.a'),
  _type: fc.constantFrom('x', 'y'),
  slug: fc.option(fc.record({current: fc.constantFrom('one', 'two')}), {nil: undefined}),
  to: fc.option(fc.record({_type: fc.constant('reference'), _ref: fc.constantFrom('a', 'b')}), {
    nil: undefined,
  }),
})
const dataset = fc
  .uniqueArray(someDocument, {selector: ({_id}) => _id})
  .map((list): LakeDocument[] =>
    list.map((document) => ({...times, ...JSON.parse(JSON.stringify(document))})),
  )

const condition = fc.constantFrom(
  '_id == "a"',
  '_id in ["a", "c"]',
  '_type == "x"',
  '_type in ["x"]',
  '"x" == _type',
  'slug.current == "one"',
  'references("a")',
  '!(_type == "x")',
  'defined(slug)',
  '(_type == "x" || _id == "b")',
  '_id in path("drafts.**")',
)
const query = fc
  .tuple(
    fc.array(condition, {minLength: 1, maxLength: 3}),
    fc.constantFrom('', '._id', '{_id, "n": count(*[_type == "y"])}', '|order(_id)[0...2]'),
  )
  .map(([conditions, rest]) => `*[${conditions.join(' && ')}]${rest}`)

/** What the reader's indexes would hand over for a plan. */
function narrowed(documents: LakeDocument[], text: string): LakeDocument[] {
  const plan = planQuery(text, {})
  return documents.filter((document) => {
    if (plan.by === 'ids') return plan.ids.includes(document._id)
    if (plan.by === 'types') return plan.types.includes(document._type)
    if (plan.by === 'slug') return JSON.stringify(document['slug'] ?? null).includes(`"${plan.slug}"`)
    if (plan.by === 'references') return JSON.stringify(document['to'] ?? null).includes(`"${plan.id}"`)
    return true
  })
}

describe('the planner', () => {
  it('never changes a result: a narrowed dataset gives what the whole one gives, in its order', () => {
    fc.assert(
      fc.property(dataset, query, (documents, text) => {
        const whole = evaluateSync(text, {}, {dataset: documents})
        expect(evaluateSync(text, {}, {dataset: narrowed(documents, text)})).toEqual(whole)
      }),
      {numRuns: 1000},
    )
  })

  it('narrows by the strongest index that a query names', () => {
    expect(planQuery('*[_type == $t && _id == $id][0]', {t: 'x', id: 'a'})).toEqual({by: 'ids', ids: ['a']})
    expect(planQuery('*[_type == $t && slug.current == $s][0]', {t: 'x', s: 'one'})).toEqual({
      by: 'slug',
      slug: 'one',
    })
    expect(planQuery('*[_type == "x"]{"n": count(*)}', {})).toEqual({by: 'everything'})
  })
})

describe('the pre-scan', () => {
  it.each([
    ['brackets', '('.repeat(5000)],
    ['operators', `1${'+1'.repeat(20_000)}`],
    ['attributes', `@${'.a'.repeat(20_000)}`],
    ['operators behind a quote in a comment', `// '\n1${'+1'.repeat(6000)}`],
    ['bytes', 'a'.repeat(70_000)],
  ])('refuses a bomb of %s before a parser sees it', (_, bomb) => {
    expect(() => scanQuery(bomb)).toThrow('expected at most')
  })

  it('lets through what merely looks like one inside a text', () => {
    expect(() => scanQuery(`*[title == "${'('.repeat(100)}"]`)).not.toThrow()
  })
})

describe('text::query', () => {
  const document = {_id: 'a', title: 'Chemotherapy and you', body: [{text: 'a plain guide'}]}
  it.each([
    ['*', true],
    ['', true],
    ['chemo*', true],
    ['chemo', false],
    ['plain you', true],
    ['"plain guide"', true],
    ['"guide plain"', false],
    ['guide -plain', false],
    ['guide -missing', true],
  ])('%j finds it: %s', (search, found) => {
    expect(matchesTextQuery(document, search)).toBe(found)
    const all = [{...times, _type: 'x', ...document}]
    expect(evaluateSync('count(*[[@, _id] match text::query($q)])', {q: search}, {dataset: all})).toBe(
      found ? 1 : 0,
    )
  })
})
