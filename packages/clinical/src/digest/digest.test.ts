import {createHash} from 'node:crypto'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ClinicalError} from '../clinical-error.ts'
import {isFields, type WholeDocument} from '../document.ts'
import {canonicalForm} from './canonical-form.ts'
import {canonicalJson, digestOf, digestOfSnapshot, snapshotOf} from './digest.ts'
import {anyDocument, runs} from './random-document.fixture.ts'
import {restoreDocument} from './restore.ts'

const page: WholeDocument = {
  _id: 'article-a',
  _type: 'article',
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-02T00:00:00Z',
  title: 'Your report',
  hero: {
    _type: 'figure',
    image: {_type: 'image', asset: {_type: 'reference', _ref: 'image-a'}},
    alt: 'A page',
  },
  mainCondition: {_type: 'reference', _ref: 'condition-a'},
  body: [
    {
      _type: 'block',
      _key: 'b1',
      markDefs: [{_type: 'sourceOf', _key: 'm1', source: {_type: 'reference', _ref: 'source-a'}}],
      children: [{_type: 'span', _key: 's1', text: 'One in three', marks: ['strong', 'm1']}],
    },
  ],
}

const body = (children: object[], markDefs: object[] = []) => ({
  ...page,
  body: [{_type: 'block', _key: 'b1', markDefs, children}],
})

describe('the digest', () => {
  it('is SHA-256 over its name, the type and the snapshot, as Node computes it', () => {
    const bytes = `lantern-digest/1\n"article"\n${snapshotOf(page)}`
    const hex = createHash('sha256').update(bytes, 'utf8').digest('hex')
    expect(digestOf(page)).toBe(`lantern-digest/1:${hex}`)
  })

  it('has a form that does not change from one release of Lantern to the next', () => {
    expect(snapshotOf(page)).toBe(
      '{"_type":"article","body":[{"_key":0,"_type":"block","children":[{"_key":0,"_type":"span",' +
        '"marks":["strong",0],"text":"One in three"}],"markDefs":[{"_key":0,"_type":"sourceOf",' +
        '"source":{"_ref":"source-a"}}]}],"hero":{"_type":"figure","alt":"A page","image":{"_type":"image",' +
        '"asset":{"_ref":"image-a"}}},"mainCondition":{"_ref":"condition-a"},"title":"Your report"}',
    )
  })

  it.each<[string, Partial<WholeDocument>]>([
    ['the id of its draft', {_id: 'drafts.article-a'}],
    ['a release', {_id: 'versions.r9.article-a', _system: {base: {id: 'article-a', rev: 'r1'}}}],
    ['revision and dates', {_rev: 'r2', _createdAt: 'x', _updatedAt: 'y'}],
    ['its address', {slug: {_type: 'slug', current: 'elsewhere'}}],
    ['its approval', {approval: {_type: 'reference', _ref: 'signOff.a'}}],
    ['a reference to a draft', {mainCondition: {_type: 'reference', _ref: 'drafts.condition-a'}}],
    [
      'a reference that hardens on publishing',
      {mainCondition: {_ref: 'condition-a', _weak: true, _strengthenOnPublish: {type: 'condition'}}},
    ],
    ['an empty text', {dek: ''}],
    ['a null', {dek: null}],
    ['an empty list and an empty object', {related: [], seo: {}}],
    [
      'how the picture is cut',
      {
        hero: {
          _type: 'figure',
          alt: 'A page',
          image: {_type: 'image', asset: {_ref: 'image-a'}, hotspot: {x: 1}, crop: {top: 0.1}},
        },
      },
    ],
  ])('is not changed by %s', (_what, change) => {
    expect(digestOf({...page, ...change})).toBe(digestOf(page))
  })

  it.each<[string, WholeDocument]>([
    ['another type', {...page, _type: 'condition'}],
    ['a word', {...page, title: 'Your reports'}],
    ['a blank', {...page, title: 'Your report '}],
    ['an empty bullet in a list', {...page, points: ['']}],
    ['another reference', {...page, mainCondition: {_ref: 'condition-b'}}],
    ['a reference of another kind', {...page, mainCondition: {_ref: 'condition-a', _type: 'termOf'}}],
    ['a text in place of a reference', {...page, mainCondition: 'condition-a'}],
    ['a caption beside a reference', {...page, mainCondition: {_ref: 'condition-a', caption: 'See'}}],
    [
      'a field called crop that cuts no picture',
      {...page, mainCondition: {_ref: 'condition-a', crop: 'See'}},
    ],
    [
      'a text where a picture’s cut has a number',
      {...page, hero: {asset: {_ref: 'image-a'}, crop: {top: 'See'}}},
    ],
    ['false in place of nothing', {...page, retracted: false}],
    ['a search-engine title', {...page, seo: {_type: 'seo', title: 'Cure'}}],
  ])('is changed by %s', (_what, changed) => {
    expect(digestOf(changed)).not.toBe(digestOf(page))
  })

  it('knows a link from a decorator that is called by its position', () => {
    const markDefs = [{_type: 'outsideLink', _key: 'm1', href: 'https://a.example'}]
    const linked = body([{_type: 'span', text: 'here', marks: ['m1']}], markDefs)
    const decorated = body([{_type: 'span', text: 'here', marks: ['0']}], markDefs)
    expect(digestOf(linked)).not.toBe(digestOf(decorated))
  })

  it('sees which of two links a word has', () => {
    const markDefs = ['a', 'b'].map((at) => ({_type: 'outsideLink', _key: at, href: `https://${at}.example`}))
    const [first, second] = ['a', 'b'].map((mark) =>
      body([{_type: 'span', text: 'x', marks: [mark]}], markDefs),
    )
    expect(first && second && digestOf(first) !== digestOf(second)).toBe(true)
  })

  it('takes a key that differs only in how its accent is written for another key, as a page does', () => {
    const markDefs = [{_type: 'outsideLink', _key: 'é', href: 'https://a.example'}]
    const linked = body([{_type: 'span', text: 'x', marks: ['é']}], markDefs)
    const loose = body([{_type: 'span', text: 'x', marks: ['e\u0301']}], markDefs)
    expect(digestOf(linked)).not.toBe(digestOf(loose))
  })

  it('takes one letter written in two ways for the same letter', () => {
    expect(digestOf({...page, title: 'cafe\u0301'})).toBe(digestOf({...page, title: 'café'}))
  })

  it.each<[string, unknown]>([
    ['half a character', '\ud800'],
    ['not a number', Number.NaN],
    ['a date', 10n],
    ['a mark that is a number', {children: [{_type: 'span', text: 'x', marks: [0]}]}],
    ['more levels than a form can write', JSON.parse('['.repeat(100) + ']'.repeat(100))],
  ])('is refused for %s', (_what, value) => {
    expect(() => digestOf({...page, value})).toThrow(ClinicalError)
  })
})

describe('canonical JSON', () => {
  // The example and the sorting test of RFC 8785, sections 3.2.2 and 3.2.3: https://www.rfc-editor.org/rfc/rfc8785
  it('is that of the example of RFC 8785', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts names by UTF-16 code units, as RFC 8785 asks', () => {
    const value = {'\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7}
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7)
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map(([, n]) => n).join('')).toBe('2467153')
  })
})

/** The same document with keys renamed, names in another order, and written and read again with blanks. */
function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten)
  if (!isFields(value)) return value
  const names = Object.entries(value).toReversed()
  return Object.fromEntries(names.map(([name, member]) => [name, renamed(name, member)]))
}

function renamed(name: string, member: unknown): unknown {
  if (name === '_key') return `new-${String(member)}`
  if (name !== 'markDefs' && name !== 'children') return rewritten(member)
  return Array.isArray(member) ? member.map(rewritten).map(withNewMarks) : rewritten(member)
}

/** Marks of the random documents are keys when they are neither a decorator nor a digit. */
function withNewMarks(child: unknown): unknown {
  if (!isFields(child) || !Array.isArray(child.marks)) return child
  const marks = child.marks.map((mark) => (['strong', '0', 'em'].includes(mark) ? mark : `new-${mark}`))
  return {...child, marks}
}

type Place = readonly (string | number)[]

/** The places of all that a reader could see: not what the rules leave out. */
function places(value: unknown, at: Place = []): Place[] {
  if (Array.isArray(value)) return value.flatMap((member, index) => places(member, [...at, index]))
  if (!isFields(value)) return [at]
  const unseen = new Set(['_key', '_weak', ...(at.length === 0 ? unseenAbove : []), ...cutOf(value)])
  if (typeof value._ref === 'string') unseen.add('_type')
  return Object.entries(value).flatMap(([name, member]) =>
    unseen.has(name) ? [] : places(member, [...at, name]),
  )
}

const unseenAbove = ['_id', '_rev', '_updatedAt', 'slug']
const cutOf = (value: object) => ('asset' in value && isFields(value.asset) ? ['crop', 'hotspot'] : [])

function changedAt(value: unknown, [step, ...rest]: Place): unknown {
  if (step === undefined) return other(value)
  if (Array.isArray(value)) return value.with(Number(step), changedAt(value[Number(step)], rest))
  return isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([n, m]) => [n, n === step ? changedAt(m, rest) : m]))
    : value
}

const other = (value: unknown) => (typeof value === 'number' ? (value === 1 ? 2 : 1) : `${String(value)} not`)
const isDocument = (value: unknown): value is WholeDocument =>
  isFields(value) && typeof value._id === 'string'
const asDocument = (value: unknown): WholeDocument => (isDocument(value) ? value : page)

describe('for any document, the digest', () => {
  it('does not change when keys are renamed, names come in another order, or blanks stand between them', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const again: unknown = JSON.parse(JSON.stringify(rewritten(document), null, 2))
        expect(digestOf(asDocument(again))).toBe(digestOf(document))
      }),
      runs,
    )
  })

  it('changes with any value that a reader could see', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (document, nth) => {
        const all = places(document)
        const changed = asDocument(changedAt(document, all[nth % all.length] ?? []))
        expect(digestOf(changed)).not.toBe(digestOf(document))
      }),
      runs,
    )
  })

  it('of a draft is that of what it becomes when published', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const published = {...document, _id: 'document-a', _rev: 'r2', _updatedAt: '2027-01-01T00:00:00Z'}
        expect(digestOf({...document, _id: 'drafts.document-a'})).toBe(digestOf(published))
      }),
      runs,
    )
  })

  it('is that of the document restored from its snapshot, whose keys agree with its marks', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const snapshot = snapshotOf(document)
        const restored = restoreDocument(snapshot, document)
        expect(digestOf(restored)).toBe(digestOfSnapshot(document._type, snapshot))
        expect(canonicalForm(restored)).toEqual(JSON.parse(snapshot))
      }),
      runs,
    )
  })
})
