import * as fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'
import {effectsOf} from './effects.ts'
import {canonical, encodePatch} from './mendoza.ts'

const key = fc.constantFrom('a', 'b', 'title', 'body', 'é', '_x')
const {value} = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small'},
    fc.string({unit: 'grapheme', maxLength: 12}),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), {maxLength: 5}),
    fc.array(
      fc.record({
        _key: fc.constantFrom('k1', 'k2', 'k3'),
        text: fc.string({maxLength: 6}),
        more: tie('value'),
      }),
      {maxLength: 4},
    ),
    fc.dictionary(key, tie('value'), {maxKeys: 4, noNullPrototype: true}),
  ),
}))
const document = fc.dictionary(key, value, {maxKeys: 6, noNullPrototype: true})

test('a patch turns any document into any other, and the reverse patch turns it back', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      expect(canonical(applyPatch(before, encodePatch(before, after)))).toBe(canonical(after))
      expect(canonical(applyPatch(after, encodePatch(after, before)))).toBe(canonical(before))
    }),
    {numRuns: 1000},
  )
})

test('a change of one word names only the field it is in', () => {
  const before = {body: [{_key: 'k', text: 'take ten drops'}], title: 'Cough'}
  const after = {body: [{_key: 'k', text: 'take two drops'}], title: 'Cough'}
  expect(encodePatch(before, after)).toEqual([11, 0, 12, 0, 11, 1, 23, 0, 6, 22, 'wo', 23, 8, 14, 15, 16, 15])
})

test('the text between shared ends is counted in bytes, not in characters', () => {
  const patch = encodePatch({title: 'Fuß: älter'}, {title: 'Fuß: jünger, älter'})
  expect(applyPatch({title: 'Fuß: älter'}, patch)).toEqual({title: 'Fuß: jünger, älter'})
})

test('a deletion is null, a creation the whole document without its revision', () => {
  const made = {_id: 'a', _type: 't', _rev: 'r', _createdAt: 'c', _updatedAt: 'u'}
  const {_rev, ...rest} = made
  expect(effectsOf(null, made).apply).toEqual([0, rest])
  expect(effectsOf(made, null).apply).toEqual([0, null])
})
