import * as fc from 'fast-check'
import type {WholeDocument} from '../document.ts'

const seed = Number(process.env.LANTERN_SEED ?? Date.now() % 2 ** 31)

/** How often a property is tried: 1,000 times, or as the environment says; the seed stands in the output of the run. */
export const runs = {numRuns: Number(process.env.LANTERN_RUNS ?? 1000), seed}
console.log(`${runs.numRuns} runs of each property, seed ${seed} (LANTERN_RUNS, LANTERN_SEED)`)

const words = fc.oneof(
  fc.constantFrom('HER2', 'pain', 'Ärzte', 'cafe\u0301', '0', 'strong', '1,5', '±'),
  fc.string({unit: 'grapheme', maxLength: 12}),
)
const key = fc.string({unit: fc.constantFrom('a', 'b', '0', '1'), minLength: 3, maxLength: 6})
const id = fc.constantFrom('condition-a', 'biomarker-b', 'source-c', 'r1.dotted')
const reference = fc.record({
  _type: fc.constant('reference'),
  _ref: fc.tuple(fc.constantFrom('', 'drafts.', 'versions.r9.'), id).map(([at, to]) => `${at}${to}`),
})
const unit = fc.oneof(fc.double({min: 0, max: 1, noNaN: true}), fc.constant(null))
const picture = fc.record({
  _type: fc.constant('image'),
  asset: reference,
  hotspot: fc.record({x: unit, y: unit}),
})

const block = fc
  .record({
    defined: fc.uniqueArray(fc.record({_key: key, _type: fc.constant('sourceOf'), source: reference}), {
      selector: ({_key}) => _key,
      maxLength: 3,
    }),
    texts: fc.array(fc.record({text: words, mark: fc.nat(4)}), {maxLength: 4}),
    style: fc.constantFrom('normal', 'h2'),
  })
  .map(({defined, texts, style}) => ({
    _type: 'block',
    style,
    markDefs: defined,
    children: texts.map(({text, mark}, at) => ({
      _type: 'span',
      _key: `s${at}`,
      text,
      marks: [defined[mark]?._key ?? ['strong', '0'][mark % 2] ?? 'em'],
    })),
  }))

const {member} = fc.letrec<{member: unknown}>((tie) => ({
  member: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    words,
    fc.double({noNaN: true, noDefaultInfinity: true}),
    fc.boolean(),
    fc.constant(null),
    reference,
    picture,
    keyed(block),
    keyed(fc.record({_type: fc.constant('entry'), value: tie('member')})),
    fc.array(tie('member'), {maxLength: 4}),
    fc.dictionary(
      fc.constantFrom('title', 'text', 'when', 'asset', 'crop', 'slug', '__proto__'),
      tie('member'),
      {
        maxKeys: 4,
      },
    ),
  ),
}))

function keyed<T extends object>(objects: fc.Arbitrary<T>) {
  return fc.tuple(key, objects).map(([_key, object]) => ({_key, ...object}))
}

/** Any whole document, with the shapes that Sanity gives to text, references, pictures and lists. */
export const anyDocument: fc.Arbitrary<WholeDocument> = fc
  .record({
    at: fc.constantFrom('', 'drafts.', 'versions.r9.'),
    type: fc.constantFrom('article', 'condition'),
    fields: fc.dictionary(
      fc.constantFrom('title', 'body', 'summary', 'sections', 'related', 'when'),
      member,
      {
        minKeys: 1,
        maxKeys: 6,
      },
    ),
    language: fc.constantFrom('en', 'es'),
  })
  .map(({at, type, fields, language}) => ({
    ...fields,
    language,
    _id: `${at}document-a`,
    _type: type,
    _rev: 'r1',
    _updatedAt: '2026-11-24T08:00:00Z',
    slug: {_type: 'slug', current: 'a'},
  }))
