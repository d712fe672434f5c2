import {expect, test} from 'vitest'
import {isPass, issuePass, passLifetimeMs} from './draft-pass.ts'

const nowMs = 1_790_000_000_000
const pass = issuePass('a token', nowMs)

test('a pass is good for twelve hours and not a millisecond longer', () => {
  expect(isPass(pass, 'a token', nowMs)).toBe(true)
  expect(isPass(pass, 'a token', nowMs + passLifetimeMs - 1)).toBe(true)
  expect(isPass(pass, 'a token', nowMs + passLifetimeMs)).toBe(false)
})

test.each([
  ['signed with another secret', issuePass('another token', nowMs)],
  ['with a later end', pass.replace(/^\d+/, (end) => String(Number(end) + 1))],
  ['cut short', pass.slice(0, -1)],
  ['made longer', `${pass}A`],
  ['without a signature', pass.split('.')[0] ?? ''],
  ['that is empty', ''],
])('a pass %s is none', (_, forged) => {
  expect(isPass(forged, 'a token', nowMs)).toBe(false)
})

test('a site without a secret knows no pass', () => {
  expect(isPass(issuePass('', nowMs), '', nowMs)).toBe(false)
})
