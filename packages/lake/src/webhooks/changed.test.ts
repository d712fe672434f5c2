import {expect, test} from 'vitest'
import {evaluateChange} from './evaluate-change.ts'

const common = {_id: 'a', _type: 'note', _createdAt: '1'}
const before = {
  ...common,
  _rev: 'r1',
  _updatedAt: '1',
  title: 'One',
  seo: {text: 'x', n: 1},
  list: [{n: 1}, {n: 2}],
}
const change = (after: object): object => ({...before, _rev: 'r2', _updatedAt: '2', ...after})

const cases: [string, object, boolean][] = [
  ['delta::changedAny(title)', {title: 'Two'}, true],
  ['delta::changedAny(title)', {seo: {text: 'y', n: 1}}, false],
  ['delta::changedAny((title, seo.text))', {seo: {text: 'y', n: 1}}, true],
  ['delta::changedAny(missing)', {title: 'Two'}, false],
  ['delta::changedAny(list[].n)', {list: [{n: 1}, {n: 3}]}, true],
  ['delta::changedAny(list[].n)', {list: [{n: 1}, {n: 2, m: 1}]}, false],
  ['delta::changedAny(list[].n)', {list: [{n: 1}]}, true],
  ['delta::changedOnly(title)', {title: 'Two'}, true],
  ['delta::changedOnly(title)', {title: 'Two', seo: {text: 'x', n: 2}}, false],
  ['delta::changedOnly((title, seo))', {title: 'Two', seo: {text: 'x', n: 2}}, true],
  ['delta::changedOnly(seo.n)', {seo: {text: 'y', n: 1}}, false],
  ['delta::operation() == "update" && !delta::changedAny(title)', {n: 1}, true],
]
test.each(cases)('%s of a change to %j is %s', (query, after, expected) => {
  const result = evaluateChange(query, {
    before,
    after: {...before, ...change(after)},
    dereference: () => null,
  })
  expect(result).toBe(expected)
})

test('making and deleting a document change whatever it has', () => {
  const query = 'delta::changedAny(title)'
  expect(evaluateChange(query, {before: null, after: before, dereference: () => null})).toBe(true)
  expect(evaluateChange(query, {before, after: null, dereference: () => null})).toBe(true)
})

test('one change’s answer is not the next one’s', () => {
  const query = 'delta::changedAny(title)'
  const ask = (title: string): unknown =>
    evaluateChange(query, {before, after: {...before, title}, dereference: () => null})
  expect([ask('Two'), ask('One'), ask('Three')]).toEqual([true, false, true])
})
