import {describe, expect, it} from 'vitest'
import {sentencesOf, wordsOf} from './passages.ts'
import {readingGrade, withoutNames} from './reading-grade.ts'

describe('the reading grade', () => {
  it('is low for short plain words and high for long ones', () => {
    expect(readingGrade(['You can rest now.', 'Come back at any time.'])).toBeLessThan(3)
    expect(
      readingGrade(['Multidisciplinary oncological consultations necessitate comprehensive deliberation.']),
    ).toBeGreaterThan(18)
  })

  it('counts the name of a drug as one word of two syllables, alone and with a point after it', () => {
    const strip = withoutNames(['datopotamab deruxtecan', 'HER2'])
    expect(strip('Take Datopotamab deruxtecan.')).toBe('Take garden.')
    expect(strip('HER2 and HER2-low')).toBe('garden and garden-low')
  })

  it('takes the longer of two names that begin alike', () => {
    const strip = withoutNames(['breast cancer', 'metastatic breast cancer'])
    expect(strip('metastatic breast cancer')).toBe('garden')
  })

  it('does not find a name inside a word', () => {
    expect(withoutNames(['ER'])('Her sister')).toBe('Her sister')
  })
})

describe('sentences and words', () => {
  it('does not end a sentence inside a number', () => {
    expect(sentencesOf('At 100.4°F (38°C) or more, call. You can rest.')).toEqual([
      'At 100.4°F (38°C) or more, call.',
      'You can rest.',
    ])
  })

  it('counts CDK4/6 and HR+/HER2- as one word each', () => {
    expect(wordsOf('A CDK4/6 pill for HR+/HER2- cancer')).toHaveLength(6)
  })
})
