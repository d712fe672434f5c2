import {describe, expect, test} from 'vitest'
import {safeHref, telHref} from './safe-href.ts'

describe('a link that an editor typed', () => {
  test.each([
    'https://www.cancer.gov/types/breast',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG/A?b=c#d',
    'mailto:help@example.org',
    'tel:+18005550100',
    '/support',
    '/',
    '#source-1',
  ])('%s is followed', (href) => {
    expect(safeHref(href)).toBe(href)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'java&#x73;cript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'DATA:text/html;base64,PHNjcmlwdD4=',
    'vbscript:msgbox(1)',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'ftp://example.org',
    'intent://scan/#Intent;end',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https:/\\evil.example',
    'https:evil.example',
    'https://',
    'https:///evil.example',
    'mailto:',
    'tel:javascript',
    'support',
    '?next=//evil.example',
    'https://a.example/\u2028',
    '',
    undefined,
    null,
  ])('%j is not followed', (href) => {
    expect(safeHref(href)).toBeNull()
  })
})

describe('a phone number', () => {
  test.each([
    ['1-800-227-2345', 'tel:18002272345'],
    ['+1 (800) 555 0100', 'tel:+18005550100'],
    ['988', 'tel:988'],
  ])('%s can be dialled', (phone, href) => {
    expect(telHref(phone)).toBe(href)
  })

  test.each(['', 'call us', '12', '1'.repeat(16)])('%j cannot', (phone) => {
    expect(telHref(phone)).toBeNull()
  })
})
