import {describe, expect, it} from 'vitest'
import {signDocument} from '../sign-off/sign.ts'
import {biomarker, judgement, serviceKey} from '../sign-off/sign-off.fixture.ts'
import {authorsSince, lastReview, maySign, type LoggedTransaction} from './authors.ts'

const wrote = (author: string | null, timestamp: string, ...documentIDs: string[]): LoggedTransaction => ({
  author,
  timestamp,
  documentIDs: documentIDs.length > 0 ? documentIDs : ['drafts.biomarker-her2'],
})
const sign = (change: object) => signDocument(biomarker, {...judgement, ...change}, serviceKey)
const signedAt = '2026-11-01T09:00:00Z'
const authorsOf = (log: LoggedTransaction[], since: string | null = signedAt) =>
  authorsSince(log, 'biomarker-her2', since === null ? null : {signedAt: since})

describe('an author of a change', () => {
  it.each<[string, LoggedTransaction, string[]]>([
    ['is who wrote the draft', wrote('ada', '2026-11-02T00:00:00Z'), ['ada']],
    ['is who wrote the published document', wrote('ada', '2026-11-02T00:00:00Z', 'biomarker-her2'), ['ada']],
    [
      'is who wrote a version in a release',
      wrote('ada', '2026-11-02T00:00:00Z', 'versions.r1.biomarker-her2'),
      ['ada'],
    ],
    [
      'is who wrote it among others',
      wrote('ada', '2026-11-02T00:00:00Z', 'person-x', 'biomarker-her2'),
      ['ada'],
    ],
    ['is who wrote at the moment of the sign-off', wrote('ada', '2026-11-01T09:00:00.000Z'), ['ada']],
    ['is who wrote on a day that is no date', wrote('ada', 'soon'), ['ada']],
    ['is not who wrote before the last sign-off', wrote('ada', '2026-11-01T08:59:59.999Z'), []],
    [
      'is not who wrote another document',
      wrote('ada', '2026-11-02T00:00:00Z', 'drafts.biomarker-her2-low'),
      [],
    ],
  ])('%s', (_sentence, transaction, ids) => {
    expect([...authorsOf([transaction]).ids]).toEqual(ids)
  })

  it('is everyone who ever wrote where nothing was signed yet', () => {
    const log = [
      wrote('ada', '2020-01-01T00:00:00Z'),
      wrote('bo', '2026-01-01T00:00:00Z'),
      wrote('ada', '2026-02-01T00:00:00Z'),
    ]
    expect([...authorsOf(log, null).ids]).toEqual(['ada', 'bo'])
  })
})

describe('a reviewer', () => {
  const log = [wrote('ada', '2026-11-02T00:00:00Z'), wrote('bo', '2026-10-02T00:00:00Z')]

  it('may not sign a change of their own, under none of their logins', () => {
    expect(maySign(['ada'], authorsOf(log))).toBe(false)
    expect(maySign(['ada-other', 'ada'], authorsOf(log))).toBe(false)
  })

  it('may sign what others changed since the last sign-off', () => {
    expect(maySign(['bo'], authorsOf(log))).toBe(true)
    expect(maySign(['bo'], authorsOf(log, null))).toBe(false)
  })

  it('may not sign when the log does not say who wrote, nor without a login', () => {
    expect(maySign(['cy'], authorsOf([...log, wrote(null, '2026-11-03T00:00:00Z')]))).toBe(false)
    expect(maySign(['cy'], authorsOf([...log, wrote('', '2026-11-03T00:00:00Z')]))).toBe(false)
    expect(maySign([], authorsOf(log))).toBe(false)
  })
})

describe('the last review', () => {
  const two = [...judgement.reviewers, {personId: 'person-second', name: 'Dr. Bo Second'}]
  const first = sign({})
  const emergency = {
    kind: 'emergency',
    id: 'c',
    reviewers: two,
    signedAt: '2026-11-03T09:00:00Z',
    validUntil: '2026-11-05T09:00:00Z',
  }

  it('is the latest approval; a rejection and an emergency are none', () => {
    const rejected = sign({id: 'b', outcome: 'rejected', signedAt: '2026-11-02T09:00:00Z'})
    expect(lastReview([rejected, first, sign(emergency)], 'biomarker-her2')).toBe(first)
    const later = sign({id: 'd', signedAt: '2026-11-04T09:00:00Z'})
    expect(lastReview([first, later], 'biomarker-her2')).toBe(later)
  })

  it('is none of another document', () => {
    expect(lastReview([first], 'biomarker-er')).toBeNull()
  })
})
