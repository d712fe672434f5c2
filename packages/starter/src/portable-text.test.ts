import {describe, expect, it} from 'vitest'
import {body, h2, p, points, steps, text} from './portable-text.ts'

describe('text written as prose', () => {
  it('marks the words that rest on sources, in order, with both sources', () => {
    const [block] = text(p('Before {this is known|nci-ht, seer} after.'))
    expect(block?.children.map(({text: words, marks}) => [words, marks])).toEqual([
      ['Before ', []],
      ['this is known', ['b1m1', 'b1m2']],
      [' after.', []],
    ])
    expect(block?.markDefs).toEqual([
      {_key: 'b1m1', _type: 'sourceOf', source: {_type: 'reference', _ref: 'source-nci-ht'}},
      {_key: 'b1m2', _type: 'sourceOf', source: {_type: 'reference', _ref: 'source-seer'}},
    ])
  })

  it('links to a document by its id and outside by its address', () => {
    const [block] = text(p('[inside](biomarker-her2) and [outside](https://example.org/)'))
    expect(block?.markDefs).toEqual([
      {_key: 'b1m1', _type: 'internalLink', target: {_type: 'reference', _ref: 'biomarker-her2'}},
      {_key: 'b1m2', _type: 'outsideLink', href: 'https://example.org/'},
    ])
  })

  it('keeps strong words and links inside cited words', () => {
    const [block] = text(p('{**Yes**, [see](biomarker-er)|seer}'))
    expect(block?.children.map(({text: words, marks}) => [words, marks])).toEqual([
      ['Yes', ['b1m1', 'strong']],
      [', ', ['b1m1']],
      ['see', ['b1m1', 'b1m2']],
    ])
  })

  it('gives every block, span and mark a key that is its own among its siblings', () => {
    const blocks = body(h2('Title'), p('{a|x} b'), points('one', 'two'), steps('first'), {_type: 'callout'})
    expect(blocks.map(({_key}) => _key)).toEqual(['b1', 'b2', 'b3', 'b4', 'b5', 'b6'])
    expect(blocks.map((block) => ('listItem' in block ? block.listItem : block._type))).toEqual([
      'block',
      'block',
      'bullet',
      'bullet',
      'number',
      'callout',
    ])
  })

  it('is the same for the same words', () => {
    const words = '{a|x}, [b](c) and **d**'
    expect(text(p(words))).toEqual(text(p(words)))
  })
})
