import {describe, expect, it} from 'vitest'
import type {WholeDocument} from '../document.ts'
import {digestOf, snapshotOf} from './digest.ts'
import {restoreDocument} from './restore.ts'

const text = (marks: string[], words = 'here') => ({
  _id: 'article-a',
  _type: 'article',
  body: [
    {
      _key: 'b',
      _type: 'block',
      markDefs: [{_key: 'link', _type: 'outsideLink', href: 'https://a.example'}],
      children: [{_key: 's', _type: 'span', text: words, marks}],
    },
  ],
})
const restored = (document: WholeDocument) => restoreDocument(snapshotOf(document), document)

describe('a document restored from its snapshot', () => {
  it('has links where they were', () => {
    expect(restored(text(['strong', 'link']))).toMatchObject({
      body: [{markDefs: [{_key: 'k0'}], children: [{marks: ['strong', 'k0']}]}],
    })
  })

  it('has no link where a decorator is called as its keys would be', () => {
    const document = text(['k0'])
    expect(restored(document)).toMatchObject({
      body: [{markDefs: [{_key: 'kk0'}], children: [{marks: ['k0']}]}],
    })
    expect(digestOf(restored(document))).toBe(digestOf(document))
  })

  it('has empty spans, empty paragraphs and references as readers of Portable Text expect them', () => {
    const document = {
      ...text([], ''),
      mainCondition: {_type: 'reference', _ref: 'drafts.condition-a', _weak: true},
      about: [{_key: 'e', _type: 'block'}],
    }
    expect(restored(document)).toMatchObject({
      body: [{children: [{_type: 'span', text: '', marks: []}]}],
      about: [{_type: 'block', children: [], markDefs: []}],
      mainCondition: {_type: 'reference', _ref: 'condition-a'},
    })
  })

  it('has the address of the published one, and not the one it had when it was signed', () => {
    const published = {...text([]), slug: {_type: 'slug', current: 'new'}, _rev: 'r2'}
    const snapshot = snapshotOf({...text([]), slug: {_type: 'slug', current: 'old'}})
    expect(restoreDocument(snapshot, published)).toMatchObject({slug: {current: 'new'}, _rev: 'r2'})
  })
})
