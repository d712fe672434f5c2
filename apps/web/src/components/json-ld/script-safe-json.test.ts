import {expect, test} from 'vitest'
import {scriptSafeJson} from './script-safe-json.ts'

test.each([
  '</script><script>alert(1)</script>',
  '<!--',
  '<script',
  ']]>',
  '\u2028\u2029',
  '</ScRiPt >',
  '"\\',
])('structured data with %j cannot end its script element and reads back as it was', (text) => {
  const json = scriptSafeJson({name: text})
  expect(json).not.toMatch(/[<\u2028\u2029]/)
  expect(JSON.parse(json)).toEqual({name: text})
})
