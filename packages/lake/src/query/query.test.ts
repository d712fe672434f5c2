import {describe, expect, it} from 'vitest'
import {evaluateSync} from './evaluate.ts'
import {scanQuery} from './scan.ts'
import {matchesTextQuery} from './text-query.ts'

const times = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}

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
