import {expect, test} from 'vitest'
import {createLogger} from './log.ts'

test('a log line says what happened and withholds who and what', () => {
  const lines: string[] = []
  const log = createLogger('info', {write: (line) => void lines.push(line)})
  log.warn('webhook not delivered', {
    attempts: 3,
    token: 'canary',
    cause: {query: 'canary', code: 'ECONNREFUSED'},
  })
  const [line = '{}'] = lines
  expect(JSON.parse(line)).toEqual({
    severity: 'warn',
    time: expect.stringMatching(/^\d{4}-/u),
    attempts: 3,
    cause: {code: 'ECONNREFUSED'},
    message: 'webhook not delivered',
  })
  expect(line).not.toContain('canary')
})

test('a silent log is silent', () => {
  const lines: string[] = []
  createLogger('silent', {write: (line) => void lines.push(line)}).error('trouble')
  expect(lines).toEqual([])
})
