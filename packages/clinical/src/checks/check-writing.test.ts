import {describe, expect, it} from 'vitest'
import type {WholeDocument} from '../document.ts'
import {alternativeTextProblem} from './alternative-text.ts'
import {checkWriting, type WritingKnowledge} from './check-writing.ts'
import {sayFinding, severityOf, type Rule} from './finding.ts'
import {isVagueLinkText} from './link-text.ts'
import {piecesOf} from './pieces.ts'

const known: WritingKnowledge = {
  prose: new Set(['summary', 'dek', 'when', 'commonEffects']),
  required: [],
  names: ['breast cancer', 'HER2'],
  terms: [
    {id: 'term-biopsy', term: 'biopsy', synonyms: ['tissue test'], avoid: ['sampling']},
    {id: 'term-scan', term: 'scan', synonyms: [], avoid: []},
  ],
  brands: [{brand: 'Verzenio', generic: 'abemaciclib'}],
  sources: new Map([
    ['source-new', {title: 'A guideline', year: 2025, retracted: false}],
    ['source-old', {title: 'An old trial', year: 2020, retracted: false}],
    ['source-back', {title: 'A trial', year: 2024, retracted: true}],
  ]),
  now: new Date('2026-11-24T00:00:00Z'),
}

type Span = string | {text: string; marks: string[]}
const definitions = [
  {_key: 'new', _type: 'sourceOf', source: {_ref: 'source-new'}},
  {_key: 'old', _type: 'sourceOf', source: {_ref: 'source-old'}},
  {_key: 'back', _type: 'sourceOf', source: {_ref: 'source-back'}},
  {_key: 'biopsy', _type: 'glossaryTerm', term: {_ref: 'term-biopsy'}},
  {_key: 'site', _type: 'outsideLink', href: 'https://a.example'},
]
const block = (spans: Span[], style = 'normal', key = 'b1') => ({
  _type: 'block',
  _key: key,
  style,
  markDefs: definitions,
  children: spans.map((span, at) => ({
    _type: 'span',
    _key: `s${at}`,
    ...(typeof span === 'string' ? {text: span, marks: []} : span),
  })),
})
const article = (...body: object[]): WholeDocument => ({
  _id: 'article-a',
  _type: 'article',
  language: 'en',
  body,
})
const paragraph = (...spans: Span[]) => article(block(spans))
const sourced = (text: string, mark = 'new') => ({text, marks: [mark]})

const option = (when: string, ...ids: string[]): WholeDocument => ({
  _id: 'condition-a',
  _type: 'condition',
  treatmentOptions: [{_key: 'o1', when, sources: ids.map((_ref) => ({_ref}))}],
})
const claim = (...marks: string[]): WholeDocument => ({
  _id: 'treatment-class-a',
  _type: 'treatmentClass',
  howItWorks: [block([{text: 'It slows growth.', marks}])],
})
const goes = (count: number) => `${Array.from({length: count}, () => 'go').join(' ')}.`
const isRule = (name: string): name is Rule => name in severityOf

const found = (document: WholeDocument, change: Partial<WritingKnowledge> = {}) =>
  checkWriting(document, {...known, ...change}).map(({rule, words}) => `${rule}: ${words}`)

describe('while writing, a number', () => {
  it.each<[string, Span[], string[]]>([
    ['without a source is an error', ['It helped 62% of women.'], ['unsourcedNumber: 62%']],
    ['under its source is fine', ['It helped ', sourced('62%'), ' of women.'], []],
    ['beside a source is an error', [sourced('It helped'), ' 62 women.'], ['unsourcedNumber: 62']],
    ['half under a source is an error', [sourced('6'), '2 women.'], ['unsourcedNumber: 62']],
    ['in words is a number', ['It comes back in one in three women.'], ['unsourcedNumber: one in three']],
    ['at the end of a sentence leaves its point alone', ['It helped 1,200.'], ['unsourcedNumber: 1,200']],
    ['in a name is none', ['HER2, CDK4/6 and PD-L1 are names.'], []],
    ['of a stage is a name', ['Stage 4 means it has spread.'], []],
  ])('%s', (_sentence, spans, findings) => {
    expect(found(paragraph(...spans))).toEqual(findings)
  })

  it('in a heading makes no claim of its own', () => {
    expect(found(article(block(['5 questions to ask'], 'h2')))).toEqual([])
  })

  it('in a field beside a list of sources is sourced by it, and without one is an error', () => {
    expect(found(option('For the 3 months before.', 'source-new'))).toEqual([])
    expect(found(option('For the 3 months before.'))).toEqual(['unsourcedNumber: 3'])
  })
})

describe('while writing, a recommendation', () => {
  it.each<[string, Span[], string[]]>([
    [
      'without a source is an error',
      ['Eat well. Avoid grapefruit.'],
      ['unsourcedRecommendation: Avoid grapefruit.'],
    ],
    ['with a word under a source is fine', ['Avoid ', sourced('grapefruit'), '.'], []],
    [
      'in the next sentence of a source is not sourced',
      [sourced('It can harm.'), ' Do not take it.'],
      ['unsourcedRecommendation: Do not take it.'],
    ],
    ['to be tested is one', ['You should be tested.'], ['unsourcedRecommendation: You should be tested.']],
    ['is none where a reader is set free', ['You do not have to take it in.'], []],
    ['that is a question to one’s doctor is none', ['Ask your doctor what to avoid.'], []],
    ['is none where a thing is only told', ['Some people avoid it.'], []],
  ])('%s', (_sentence, spans, findings) => {
    expect(found(paragraph(...spans))).toEqual(findings)
  })
})

describe('while writing, a source', () => {
  it('that was retracted is an error, in a text and in a list', () => {
    expect(found(paragraph(sourced('It helps.', 'back')))).toEqual(['retractedSource: It helps.'])
    expect(checkWriting(option('Often first.', 'source-new', 'source-back'), known)).toMatchObject([
      {rule: 'retractedSource', path: ['treatmentOptions', {_key: 'o1'}, 'sources', 1], detail: 'A trial'},
    ])
  })

  it('older than five years is a warning where a treatment rests on it alone', () => {
    expect(found(option('Often first.', 'source-old'))).toEqual(['oldSource: '])
    expect(found(option('Often first.', 'source-old', 'source-new'))).toEqual([])
    expect(found(option('Often first.', 'source-old'), {now: new Date('2025-12-31T00:00:00Z')})).toEqual([])
  })

  it('of a claim on a treatment is old alone, and not beside a newer one', () => {
    expect(found(claim('old'))).toEqual(['oldSource: It slows growth.'])
    expect(found(claim('old', 'new'))).toEqual([])
    expect(found(paragraph(sourced('It slows growth.', 'old')))).toEqual([])
  })
})

describe('while writing, a sentence', () => {
  it('of 21 words is a warning, and of 20 is fine', () => {
    expect(checkWriting(paragraph(goes(21)), known)).toMatchObject([{rule: 'longSentence', detail: '21'}])
    expect(found(paragraph(goes(20)))).toEqual([])
  })

  it('counts a name as one word', () => {
    expect(found(paragraph(`Breast cancer ${goes(19)}`))).toEqual([])
  })

  it('that is the fourth of a paragraph is where it gets too long', () => {
    expect(found(paragraph('A. B. C. D. E.'))).toEqual(['longParagraph: D. E.'])
    expect(found(paragraph('One. Two. Three.'))).toEqual([])
  })

  it('that says “rare” without a number is a warning', () => {
    expect(found(paragraph('Side effects are rare.'))).toEqual(['vagueChance: rare'])
    expect(found(paragraph('It has a good chance to help.'))).toEqual(['vagueChance: good chance'])
    expect(found(paragraph('It is rare: ', sourced('1 in 1,000'), ' people have it.'))).toEqual([])
  })
})

describe('while writing, a word', () => {
  it('of the glossary is a warning where it first stands without a link', () => {
    expect(found(paragraph('A biopsy is a test. The biopsy is short.'))).toEqual(['undefinedTerm: biopsy'])
    expect(
      found(paragraph('A ', {text: 'biopsy', marks: ['biopsy']}, ' is a test. The biopsy is short.')),
    ).toEqual([])
    expect(found(article(block(['The biopsy'], 'h2'), block(['It is a test.'])))).toEqual([])
  })

  it('linked to another term is not defined by it', () => {
    expect(found(paragraph('A ', {text: 'scan', marks: ['biopsy']}, ' shows it.'))).toEqual([
      'undefinedTerm: scan',
    ])
  })

  it('for a thing that had another name before is a warning', () => {
    const [linked] = [{text: 'biopsy', marks: ['biopsy']}]
    expect(found(paragraph('A ', linked, '. The tissue test is short.'))).toEqual(['twoNames: tissue test'])
    expect(found(paragraph('A ', linked, ' (tissue test). It is short.'))).toEqual([])
    expect(found(paragraph('A ', linked, ', also called tissue test.'))).toEqual([])
    expect(found(paragraph('A ', linked, '. Biopsy is short.'))).toEqual([])
  })

  it('that is not used here is a warning', () => {
    expect(found(paragraph('The sampling is short.'))).toEqual(['twoNames: sampling'])
  })

  it('that is a brand is an error in a paragraph that does not name the drug', () => {
    expect(found(paragraph('You may get Verzenio.'))).toEqual(['brandAlone: Verzenio'])
    expect(found(paragraph('You may get abemaciclib (Verzenio).'))).toEqual([])
    expect(found(paragraph('The verzenioid is no brand.'))).toEqual([])
  })
})

describe('while writing, a link', () => {
  it.each(['here', 'Click here.', 'Aquí', ' this link… ', ''])('that says “%s” says nothing', (words) => {
    expect(isVagueLinkText(words)).toBe(true)
  })

  it('is judged by all its words, also when some of them are strong', () => {
    expect(
      found(paragraph('See ', {text: 'click ', marks: ['site']}, {text: 'here', marks: ['site', 'strong']})),
    ).toEqual(['linkText: click here'])
    expect(found(paragraph('See ', {text: 'how tests are read', marks: ['site']}))).toEqual([])
  })
})

describe('while writing, a picture', () => {
  it.each([
    ['', 'length'],
    ['Map', 'length'],
    ['x'.repeat(126), 'length'],
    ['An image of a clinic', 'announcement'],
    ['Foto de una clínica', 'announcement'],
    ['A nurse and a woman read a report', null],
  ])('described as “%s” has the problem %s', (alternative, problem) => {
    expect(alternativeTextProblem(alternative)).toBe(problem)
  })

  it('without description is an error wherever it stands, unless it is decorative', () => {
    const figure = {_key: 'f', _type: 'figure', alt: ''}
    expect(checkWriting(article(figure), known)).toMatchObject([
      {rule: 'alternativeText', path: ['body', {_key: 'f'}, 'alt']},
    ])
    expect(found(article({...figure, decorative: true}))).toEqual([])
  })
})

describe('while writing, a document', () => {
  it('needs its required sections to say something', () => {
    const document = {...article(block([' '])), summary: '—', sections: {next: [block(['Go.'])]}}
    const required = ['body', 'summary', 'sections.next', 'sections.spread']
    expect(checkWriting(document, {...known, required}).map(({path}) => path.join('.'))).toEqual([
      'body',
      'summary',
      'sections.spread',
    ])
  })

  it('skips no level of its headings', () => {
    expect(found(article(block(['A'], 'h3'), block(['B'], 'h2'), block(['C'], 'h3')))).toEqual([
      'skippedHeading: A',
    ])
  })

  it('is marked by the section that is too hard', () => {
    const sentence = 'Multidisciplinary consultation necessitates deliberation. '
    const hard = article(
      block(['How'], 'h2', 'h'),
      ...Array.from({length: 30}, (_, at) => block([sentence], 'normal', `b${at}`)),
    )
    expect(checkWriting(hard, known)).toMatchObject([
      {rule: 'gradeFarTooHigh', path: ['body', {_key: 'b0'}], severity: 'error'},
    ])
  })

  it('has its errors first', () => {
    const mixed = checkWriting(paragraph('It is rare.', ' Avoid it.'), known).map(({severity}) => severity)
    expect(mixed).toEqual(['error', 'warning'])
  })
})

describe('a text', () => {
  it('knows its place, its section and its marks', () => {
    const document = {
      ...article(block(['How'], 'h2', 'h'), block(['It ', sourced('helps')], 'normal', 'p')),
      commonEffects: ['Feeling sick', 'Tiredness'],
    }
    expect(piecesOf(document, known.prose).map(({path, section, text}) => ({path, section, text}))).toEqual([
      {path: ['body', {_key: 'h'}], section: 'How', text: 'How'},
      {path: ['body', {_key: 'p'}], section: 'How', text: 'It helps'},
      {path: ['commonEffects', 0], section: 'commonEffects', text: 'Feeling sick'},
      {path: ['commonEffects', 1], section: 'commonEffects', text: 'Tiredness'},
    ])
    expect(piecesOf(document, known.prose)[1]?.marks).toEqual([
      {start: 3, end: 8, key: 'new', type: 'sourceOf', refs: ['source-new']},
    ])
  })
})

it.each(Object.keys(severityOf))('the finding %s says what to do', (rule) => {
  const say = isRule(rule)
    ? sayFinding({rule, severity: severityOf[rule], path: [], start: 0, end: 3, words: 'abc', detail: 'xyz'})
    : ''
  expect(say).toMatch(/\w{3,}|xyz/)
})
