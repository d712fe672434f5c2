import {expect, test} from 'vitest'
import {standingAlone} from './words.ts'

test.each([
  ['estrogen receptor', 'Estrogen receptor'],
  ['inherited BRCA change', 'Inherited BRCA change'],
  ['HER2', 'HER2'],
  ['état', 'État'],
  ['', ''],
])('%j stands alone as %j', (words, alone) => {
  expect(standingAlone(words)).toBe(alone)
})
