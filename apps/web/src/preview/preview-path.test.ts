import {array, assert, constantFrom, property} from 'fast-check'
import {expect, test} from 'vitest'
import {previewPath} from './preview-path.ts'

test.each([
  ['/', '/'],
  ['/articles/a', '/articles/a'],
  ['/articles/a?x=1#b', '/articles/a?x=1#b'],
  ['/a/../b', '/b'],
  ['/a//b', '/a//b'],
  ['/%2f/evil.example', '/%2f/evil.example'],
])('%j is a path of this site', (given, path) => {
  expect(previewPath(given)).toBe(path)
})

test.each([
  '',
  'a',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/./\\evil.example',
  '/a/..//evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  ' //evil.example',
  '\u0000//evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
])('%j is refused', (given) => {
  expect(previewPath(given)).toBeNull()
})

test('whatever passes, a browser stays on this site', () => {
  const piece = constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '\t',
    '\n',
    ' ',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '%5c',
    'a',
    'evil',
  )
  const passed: string[] = []
  assert(
    property(array(piece, {maxLength: 10}), (pieces) => {
      const path = previewPath(`/${pieces.join('')}`)
      if (path === null) return
      passed.push(path)
      expect(new URL(path, 'http://site.test/x').origin).toBe('http://site.test')
    }),
    {numRuns: 5_000},
  )
  expect(passed.length).toBeGreaterThan(500)
})
