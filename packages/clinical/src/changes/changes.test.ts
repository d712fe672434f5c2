import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {canonicalForm} from '../digest/canonical-form.ts'
import {digestOf} from '../digest/digest.ts'
import {anyDocument, runs} from '../digest/random-document.fixture.ts'
import type {WholeDocument} from '../document.ts'
import {changesBetween, type Change} from './changes.ts'
import {sayChange, type Names} from './say-change.ts'

const block = (text: string, style = 'normal', marks: string[] = []) => ({
  _type: 'block',
  _key: `k-${text}`,
  style,
  markDefs: [{_key: 'm', _type: 'sourceOf', source: {_ref: 'source-a'}}],
  children: [{_type: 'span', _key: 's', text, marks}],
})
const option = (id: string, when: string) => ({
  _key: id,
  _type: 'treatmentOption',
  treatmentClass: {_ref: id},
  when,
  line: 'first',
})
const condition: WholeDocument = {
  _id: 'condition-a',
  _type: 'condition',
  stage: 'metastatic',
  summary: 'A cancer that has spread.',
  alsoCalled: ['mbc', 'stage four'],
  biomarkers: [{_ref: 'biomarker-er'}, {_ref: 'biomarker-her2'}],
  parentCondition: {_ref: 'condition-breast'},
  sections: {
    next: [block('What to do', 'h2'), block('Ask your team about tests.'), block('Rest when you can.')],
  },
  treatmentOptions: [
    option('class-endocrine', 'Most often first.'),
    option('class-parp', 'With a BRCA change.'),
  ],
}

const labels: Record<string, string> = {
  summary: 'Summary',
  biomarkers: 'Biomarkers',
  treatmentOptions: 'Treatment options',
  parentCondition: 'Kind of',
  stage: 'Stage',
}
const titles: Record<string, string> = {
  'biomarker-er': 'ER',
  'biomarker-her2': 'HER2',
  'biomarker-pik3ca': 'PIK3CA',
  'condition-breast': 'Breast cancer',
  'class-parp': 'PARP inhibitors',
  'class-endocrine': 'Endocrine therapy',
}
const names: Names = {
  ofDocument: (id) => titles[id] ?? 'a document that is gone',
  ofSection: (section) => labels[section] ?? section,
}
const between = (change: Partial<WholeDocument>, from = condition): Change[] =>
  changesBetween(canonicalForm(from), canonicalForm({...from, ...change}))
const said = (change: Partial<WholeDocument>) => between(change).map((one) => sayChange(one, names))
const sections = (...blocks: object[]) => ({sections: {next: blocks}})

describe('what changed, in words', () => {
  it.each<[string, Partial<WholeDocument>, string[]]>([
    ['nothing', {}, []],
    [
      'a word of a field',
      {summary: 'A cancer that may have spread.'},
      ['Summary: “A cancer that has spread.” now reads “A cancer that may have spread.”'],
    ],
    ['a field that was emptied', {summary: ''}, ['Summary: “A cancer that has spread.” was taken out.']],
    ['a choice', {stage: 'any'}, ['Stage: “metastatic” became “any”.']],
    ['a reference', {parentCondition: {_ref: 'biomarker-er'}}, ['Kind of: Breast cancer became ER.']],
    ['a reference that went', {parentCondition: undefined}, ['Kind of: Breast cancer became nothing.']],
    [
      'a member that came',
      {biomarkers: [{_ref: 'biomarker-er'}, {_ref: 'biomarker-pik3ca'}, {_ref: 'biomarker-her2'}]},
      ['Biomarkers: PIK3CA was added.'],
    ],
    ['a member that went', {biomarkers: [{_ref: 'biomarker-her2'}]}, ['Biomarkers: ER was taken out.']],
    [
      'one reference in place of another',
      {biomarkers: [{_ref: 'biomarker-pik3ca'}, {_ref: 'biomarker-her2'}]},
      ['Biomarkers: PIK3CA was added.', 'Biomarkers: ER was taken out.'],
    ],
    [
      'two members in another order',
      {biomarkers: [{_ref: 'biomarker-her2'}, {_ref: 'biomarker-er'}]},
      ['Biomarkers: ER moved from place 1 to place 2.'],
    ],
    [
      'a sentence within an entry',
      {
        treatmentOptions: [
          option('class-endocrine', 'Most often first.'),
          option('class-parp', 'With an inherited BRCA change.'),
        ],
      },
      ['Treatment options: “With a BRCA change.” now reads “With an inherited BRCA change.”'],
    ],
    [
      'an entry that went',
      {treatmentOptions: [option('class-parp', 'With a BRCA change.')]},
      ['Treatment options: Endocrine therapy, “Most often first.” was taken out.'],
    ],
    [
      'a paragraph, under its heading',
      sections(
        block('What to do', 'h2'),
        block('Ask your team about all tests.'),
        block('Rest when you can.'),
      ),
      ['What to do: “Ask your team about tests.” now reads “Ask your team about all tests.”'],
    ],
    [
      'a paragraph before another, which did not change',
      sections(
        block('What to do', 'h2'),
        block('Call at once.'),
        block('Ask your team about tests.'),
        block('Rest when you can.'),
      ),
      ['What to do: “Call at once.” was added.'],
    ],
    [
      'the source of a sentence',
      sections(
        block('What to do', 'h2'),
        block('Ask your team about tests.', 'normal', ['m']),
        block('Rest when you can.'),
      ),
      ['What to do: a link, a source or the emphasis changed in “Ask your team about tests.”'],
    ],
  ])('is told for %s', (_what, change, sentences) => {
    expect(said(change)).toEqual(sentences)
  })

  it('names a document that is gone without its id', () => {
    expect(said({parentCondition: {_ref: 'condition-x'}})).toEqual([
      'Kind of: Breast cancer became a document that is gone.',
    ])
  })
})

describe('what changed, as data', () => {
  it('marks the words that came and went', () => {
    const after = 'A cancer that may have spread.'
    const [change] = between({summary: after})
    const parts = change?.kind === 'text' ? change.parts : []
    const without = (gone: string) => parts.flatMap(({words, is}) => (is === gone ? [] : words)).join('')
    expect([without('added'), without('removed')]).toEqual([condition.summary, after])
    expect(parts.find(({is}) => is === 'removed')?.words).toBe('has')
  })

  it('tells of a paragraph that became a heading beside its new words', () => {
    const blocks = [
      block('What to do', 'h2'),
      block('Ask your team about all tests.', 'h3'),
      block('Rest when you can.'),
    ]
    expect(between(sections(...blocks)).map(({kind}) => kind)).toEqual(['text', 'value'])
  })

  it('gives the place in the newer form, or in the older for what went', () => {
    const paths = between({
      ...sections(block('What to do', 'h2'), block('Rest when you can.')),
      alsoCalled: ['mbc', 'new'],
    })
    expect(paths.map(({kind, path}) => [kind, path.join('.')])).toEqual([
      ['added', 'alsoCalled.1'],
      ['removed', 'alsoCalled.1'],
      ['removed', 'sections.next.1'],
    ])
  })

  it('is everything where nothing was signed before', () => {
    const fresh = changesBetween(null, canonicalForm(condition))
    expect(new Set(fresh.map(({path}) => path[0]))).toEqual(new Set(Object.keys(canonicalForm(condition))))
  })

  it('is empty exactly when the digest is the same', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, fc.boolean(), (a, b, isSame) => {
        const other = isSame ? {...a, _id: 'drafts.document-a', _rev: 'r9'} : {...b, _type: a._type}
        const changes = changesBetween(canonicalForm(a), canonicalForm(other))
        expect(changes.length === 0).toBe(digestOf(a) === digestOf(other))
      }),
      runs,
    )
  })

  it('can always be said', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        for (const change of changesBetween(canonicalForm(a), canonicalForm(b)))
          expect(sayChange(change, names).length).toBeGreaterThan(2)
      }),
      runs,
    )
  })
})
