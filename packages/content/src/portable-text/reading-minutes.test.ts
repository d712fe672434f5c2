import {expect, test} from 'vitest'
import {fixtures} from '../fixtures.ts'
import {readingMinutes} from './reading-minutes.ts'

test('a short text takes one minute', () => {
  expect(readingMinutes(fixtures.article.body)).toBe(1)
})

test('the words of callouts and their titles are read as well', () => {
  expect(readingMinutes(fixtures.article.body, 1)).toBe(14)
})
