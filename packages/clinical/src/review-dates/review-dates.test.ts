import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  addMonths,
  daysUntil,
  dueListOf,
  dueLists,
  dueState,
  isSignedType,
  pageReviewedAt,
  validUntilOf,
} from './review-dates.ts'

const now = new Date('2026-11-24T15:00:00Z')
const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth()
const inDays = (days: number) => new Date(Date.UTC(2026, 10, 24 + days, 9)).toISOString()

describe('an approval holds', () => {
  it.each([
    ['treatmentClass', '2027-05-24T09:00:00.000Z'],
    ['medicine', '2027-05-24T09:00:00.000Z'],
    ['careAdvice', '2027-05-24T09:00:00.000Z'],
    ['supportResource', '2027-05-24T09:00:00.000Z'],
    ['condition', '2027-11-24T09:00:00.000Z'],
    ['biomarker', '2027-11-24T09:00:00.000Z'],
    ['article', '2027-11-24T09:00:00.000Z'],
    ['glossaryTerm', '2028-11-24T09:00:00.000Z'],
    ['question', '2028-11-24T09:00:00.000Z'],
  ] as const)('of a %s until %s', (type, until) => {
    expect(validUntilOf(type, 'clinical', '2026-11-24T09:00:00Z')).toBe(until)
    expect(validUntilOf(type, 'translation', '2026-11-24T09:00:00Z')).toBe(until)
  })

  it('seven days in an emergency, whatever the type', () => {
    expect(validUntilOf('question', 'emergency', '2026-11-24T09:00:00Z')).toBe('2026-12-01T09:00:00.000Z')
  })

  it('of no type that is not signed', () => {
    expect(['article', 'source', 'person', 'toString'].map(isSignedType)).toEqual([true, false, false, false])
  })
})

describe('a month later', () => {
  it.each([
    ['2026-08-31T09:00:00Z', 6, '2027-02-28T09:00:00.000Z'],
    ['2027-08-31T09:00:00Z', 6, '2028-02-29T09:00:00.000Z'],
    ['2028-02-29T09:00:00Z', 12, '2029-02-28T09:00:00.000Z'],
    ['2026-10-31T23:59:59Z', 1, '2026-11-30T23:59:59.000Z'],
    ['2026-12-15T00:00:00Z', 1, '2027-01-15T00:00:00.000Z'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it('keeps the day, or is the last of its month', () => {
    const moments = fc.date({min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true})
    fc.assert(
      fc.property(moments, fc.integer({min: 0, max: 60}), (moment, months) => {
        const later = new Date(addMonths(moment.toISOString(), months))
        const next = new Date(later.getTime() + 86_400_000)
        expect(later.getUTCDate() === moment.getUTCDate() || next.getUTCDate() === 1).toBe(true)
        expect(monthOf(later) - monthOf(moment)).toBe(months)
      }),
    )
  })
})

describe('a review', () => {
  it.each([
    [-400, 'overdue', 'overdue'],
    [-1, 'overdue', 'overdue'],
    [0, 'due', 0],
    [1, 'due', 30],
    [30, 'due', 30],
    [31, 'due', 60],
    [60, 'due', 60],
    [61, 'current', 90],
    [90, 'current', 90],
    [91, 'current', null],
  ] as const)('in %i days is %s and stands in list %s', (days, state, list) => {
    expect(daysUntil(inDays(days), now)).toBe(days)
    expect(dueState(inDays(days), now)).toBe(state)
    expect(dueListOf(inDays(days), now)).toBe(list)
  })

  it('stands in one list only, of 60 with fixed dates', () => {
    const reviews = Array.from({length: 60}, (_, n) => ({id: n, validUntil: inDays(n * 3 - 40)}))
    const counts = [...dueLists(reviews.toReversed(), now)].map(([list, {length}]) => [list, length])
    // Days −40, −37 … 137: 14 have passed, none is today, 10 each within 30 days, then 60 and 90.
    expect(counts).toEqual([
      ['overdue', 14],
      [0, 0],
      [30, 10],
      [60, 10],
      [90, 10],
    ])
  })

  it('that is earlier stands first', () => {
    const [first, second] = [{validUntil: inDays(12)}, {validUntil: inDays(20)}]
    expect(dueLists([second, first], now).get(30)).toEqual([first, second])
  })
})

describe('a page', () => {
  it('was reviewed when the oldest of its parts was', () => {
    const parts = ['2026-05-01T09:00:00Z', '2026-03-01T09:00:00+02:00', '2026-11-01T09:00:00Z']
    expect(pageReviewedAt(parts.map((signedAt) => ({signedAt})))).toBe('2026-03-01T09:00:00+02:00')
  })

  it('without signed parts was never reviewed', () => {
    expect(pageReviewedAt([])).toBeNull()
  })
})
