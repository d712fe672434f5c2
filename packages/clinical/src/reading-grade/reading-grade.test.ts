import {describe, expect, it} from 'vitest'
import {withoutNames} from './names.ts'
import {
  countsOf,
  fernandezHuerta,
  fleschKincaid,
  readingGrade,
  readingReport,
  smogGrade,
} from './reading-grade.ts'
import {gettysburg, gibbons, dividedQuijote} from './reference-texts.fixture.ts'
import {syllablesOf} from './syllables.ts'
import {sentenceRuns, sentencesOf, wordsOf} from './words.ts'

const gradeOf = (text: string) => readingGrade(text.split('\n\n').flatMap(sentencesOf))

describe('the grade', () => {
  // Scores that others published of texts in the public domain. TextDescriptives' scores of novels are left out: it
  // counts hyphenation points for syllables, which puts every text about one grade too low.
  it.each<[string, string, number, string]>([
    [
      'the Gettysburg Address',
      gettysburg,
      10.9,
      'https://oneminutebookreviews.wordpress.com/2008/02/18/writing-levels-of-the-us-presidents-can-you-write-at-a-higher-level-than-george-w-bush-heres-how-to-find-out-encore-presentation/',
    ],
    [
      'a sentence of Gibbons v. Ogden',
      gibbons,
      43.7,
      'https://althouse.blogspot.com.br/2016/02/a-sentence-written-at-flesch-kincaid.html',
    ],
    [
      'Hamlet’s question',
      'To be or not to be, that is the question.',
      1.2,
      'https://rabbirami.blogspot.com/2008/05/new-pastime.html',
    ],
    [
      'A Tale of Two Cities',
      'It was the best of times, it was the worst of times.',
      0.8,
      'https://rabbirami.blogspot.com/2008/05/new-pastime.html',
    ],
  ])('of %s is within 0.3 of the published one', (_text, text, published) => {
    expect(Math.abs(gradeOf(text) - published)).toBeLessThanOrEqual(0.3)
  })

  it('counts the Gettysburg Address as 271 words in 10 sentences, as published', () => {
    // http://edbarr.blogspot.com/2009/11/how-did-abe-do.html
    expect(countsOf(gettysburg.split('\n\n').flatMap(sentencesOf))).toMatchObject({words: 271, sentences: 10})
  })

  it('is low for short plain words and high for long ones', () => {
    expect(gradeOf('You can rest now. Come back at any time.')).toBeLessThan(3)
    expect(
      gradeOf('Multidisciplinary oncological consultations necessitate comprehensive deliberation.'),
    ).toBeGreaterThan(18)
  })

  it('of nothing is none', () => {
    expect(fleschKincaid(countsOf([]))).toBeNull()
    expect(fernandezHuerta(countsOf([], 'es'))).toBeNull()
    expect(readingGrade([])).toBe(0)
  })
})

describe('SMOG', () => {
  it('is 3.1291 + 1.0430 × √30 with one long word in each of thirty sentences', () => {
    const sentences = Array.from({length: 30}, () => 'A medicine can help.')
    expect(smogGrade(sentences)).toBeCloseTo(8.84, 2)
  })

  it('is not given for fewer than thirty sentences', () => {
    expect(smogGrade(Array.from({length: 29}, () => 'A medicine can help.'))).toBeNull()
  })
})

describe('Spanish', () => {
  it.each([
    ['guerra', 2],
    ['pingüino', 3],
    ['leer', 2],
    ['día', 2],
    ['cirugía', 4],
    ['hacia', 2],
    ['hacía', 3],
    ['ciudad', 2],
    ['construido', 3],
    ['averiguáis', 4],
    ['aéreo', 4],
    ['ahí', 2],
    ['prohibir', 2],
    ['Uruguay', 3],
    ['mayo', 2],
    ['rey', 1],
    ['y', 1],
    ['quimioterapia', 5],
    ['tratamiento', 4],
    ['HER2', 1],
  ])('%s has %i syllables', (word, syllables) => {
    expect(syllablesOf(word, 'es')).toBe(syllables)
  })

  it('ease of the first sentence of Don Quijote is that of a count by hand', () => {
    const counts = countsOf(sentencesOf(dividedQuijote.replaceAll('-', '')), 'es')
    const syllables = dividedQuijote.split(/[- ]/).length
    expect(counts).toEqual({sentences: 1, words: 33, syllables})
    expect(fernandezHuerta(counts)).toBeCloseTo(206.84 - (60 * syllables) / 33 - 1.02 * 33, 6)
  })
})

describe('names', () => {
  it('of a drug count as one word of two syllables, alone and with a point after them', () => {
    const plain = withoutNames(['datopotamab deruxtecan', 'HER2'])
    expect(plain('Take Datopotamab deruxtecan.')).toBe('Take garden.')
    expect(plain('HER2 and HER2-low')).toBe('garden and garden-low')
    expect([countsOf(['garden']).syllables, countsOf(['casa'], 'es').syllables]).toEqual([2, 2])
  })

  it('that begin alike count by the longer', () => {
    expect(withoutNames(['breast cancer', 'metastatic breast cancer'])('metastatic breast cancer')).toBe(
      'garden',
    )
  })

  it('are not found inside a word, and an empty one is none', () => {
    expect(withoutNames(['ER', ''])('Her sister')).toBe('Her sister')
    expect(withoutNames([])('Her sister')).toBe('Her sister')
  })
})

describe('a page', () => {
  const sentence = 'The doctor may offer trastuzumab deruxtecan to you. '
  const long = {at: 'treatments', paragraphs: [sentence.repeat(7), sentence.repeat(7)]}

  it('has a grade for each section of 100 words or more, and the raw one beside it', () => {
    const report = readingReport([long, {at: 'next', paragraphs: [sentence]}], {
      names: ['trastuzumab deruxtecan'],
      language: 'en',
    })
    const [treatments, next] = report.sections
    expect(report.measure).toBe('flesch-kincaid')
    expect(treatments?.words).toBe(112)
    expect(treatments?.value).toBeCloseTo(readingGrade(['The doctor may offer garden to you.']), 6)
    expect(Number(treatments?.raw)).toBeGreaterThan(Number(treatments?.value) + 3)
    expect(next).toEqual({at: 'next', words: 8, value: null, raw: null})
  })

  it('in Spanish has an ease and no SMOG grade', () => {
    const paragraphs = [Array.from({length: 40}, () => 'Su médico puede ayudar.').join(' ')]
    const report = readingReport([{at: 'next', paragraphs}], {names: [], language: 'es'})
    expect(report).toMatchObject({measure: 'fernandez-huerta', smog: null})
    expect(report.sections[0]?.value).toBeCloseTo(206.84 - (60 * 9) / 4 - 1.02 * 4, 6)
  })
})

describe('sentences and words', () => {
  it('do not end inside a number or after a title', () => {
    expect(sentencesOf('At 100.4°F (38°C) or more, call Dr. Lee. You can rest.')).toEqual([
      'At 100.4°F (38°C) or more, call Dr. Lee.',
      'You can rest.',
    ])
  })

  it('end before a Spanish question', () => {
    expect(sentencesOf('Llame a su médico. ¿Tiene fiebre? Él sabe.')).toHaveLength(3)
  })

  it('know where they stand', () => {
    const text = '  One two.  “Three?” Four.'
    expect(sentenceRuns(text).map(({start, end}) => text.slice(start, end))).toEqual([
      'One two.',
      '“Three?”',
      'Four.',
    ])
  })

  it('are counted with CDK4/6 and HR+/HER2- as one word each', () => {
    expect(wordsOf('A CDK4/6 pill for HR+/HER2- cancer')).toHaveLength(6)
  })
})
