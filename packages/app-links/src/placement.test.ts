import {describe, expect, test} from 'vitest'
import {placementFor, type PlacementLike} from './placement.ts'

const now = new Date('2026-05-01T12:00:00Z')
const article = {id: 'article-a', type: 'article'}
const own: PlacementLike = {publicId: 'own00000', subject: {_ref: 'article-a'}}
const wholeType: PlacementLike = {publicId: 'type0000', subjectType: 'article'}

describe('the placement for a page', () => {
  test('one made for the page goes before one for its whole type', () => {
    expect(placementFor([wholeType, own], article, now)).toBe(own)
  })

  test('the whole type serves a page that has none of its own', () => {
    expect(placementFor([own, wholeType], {id: 'article-b', type: 'article'}, now)).toBe(wholeType)
  })

  test('a placement for another type or another page never shows', () => {
    expect(placementFor([own, wholeType], {id: 'condition-a', type: 'condition'}, now)).toBeNull()
  })

  test.each([
    ['before it begins', {from: '2026-05-01T12:00:01Z'}, false],
    ['at its first moment', {from: '2026-05-01T12:00:00Z'}, true],
    ['just before its end', {until: '2026-05-01T12:00:01Z'}, true],
    ['at its end', {until: '2026-05-01T12:00:00Z'}, false],
    ['when its end cannot be read', {until: 'soon'}, false],
    ['when its start cannot be read', {from: 'soon'}, false],
  ])('%s a placement shows or hides as its dates say', (_, dates, shows) => {
    expect(placementFor([{...own, ...dates}], article, now) !== null).toBe(shows)
  })

  test('of two that run, the later one wins, in any order', () => {
    const old = {...own, publicId: 'old00000', from: '2026-01-01T00:00:00Z'}
    const recent = {...own, publicId: 'new00000', from: '2026-04-01T00:00:00Z'}
    expect(placementFor([old, recent], article, now)?.publicId).toBe('new00000')
    expect(placementFor([recent, old], article, now)?.publicId).toBe('new00000')
  })
})
