import * as fc from 'fast-check'
import {mkdtempSync, rmSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {systemClock} from '../clock.ts'
import {ensureDataset} from '../project/datasets.ts'
import {openStore, type Store} from '../store/store.ts'
import {createWriter, type Commit} from '../transact/transact.ts'
import {openSearchIndex} from './search-index.ts'
import {openReader, type Reader} from './store-view.ts'

const names = ['a', 'b', 'c', 'd', 'e']
export const ids = [
  ...names,
  ...names.map((name) => `drafts.${name}`),
  'versions.r1.a',
  'versions.r1.e',
  'versions.r2.b',
]
const reference = fc.record({
  _type: fc.constant('reference'),
  _ref: fc.constantFrom(...names),
  _weak: fc.constant(true),
})
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, {nil: undefined})
const text = fc.constantFrom(
  'one',
  'two words',
  'Two',
  '',
  'ünï',
  '\u{1f600} smile',
  'z'.repeat(200),
  '\uffee',
)

export const someDocument = fc.record(
  {
    _id: fc.constantFrom(...ids),
    _type: fc.constantFrom('x', 'y', 'z'),
    title: maybe(fc.oneof(text, fc.constantFrom(3, null, true))),
    n: maybe(fc.oneof(fc.integer({min: -3, max: 3}), fc.constantFrom(0.5, '1', false))),
    slug: maybe(fc.record({current: fc.constantFrom('one', 'two', 'a.b')})),
    author: maybe(reference),
    related: maybe(fc.array(reference, {maxLength: 3})),
    odd: maybe(
      fc.constantFrom(
        {_ref: 'a', _dataset: 'other', _weak: true},
        {_ref: 'b', _weak: true, below: {_ref: 'c', _weak: true}},
        {_ref: '', _weak: true, below: {_ref: 'd', _weak: true}},
      ),
    ),
    _system: maybe(fc.constantFrom({delete: true}, {delete: false})),
    body: maybe(fc.array(fc.record({_key: text, text}), {maxLength: 2})),
  },
  {noNullPrototype: true},
)

const conditions = [
  '_id == "a"',
  '_id == $id',
  '_id in ["a", $id, "drafts.b"]',
  '_id in $ids',
  '_id in path("drafts.**")',
  '_id in path("versions.r1.*")',
  '_type == "x"',
  '"y" == _type',
  '_type in ["x", "z"]',
  '_type in $types',
  'slug.current == "one"',
  'slug.current == $none',
  'slug.current in ["two", "a.b"]',
  'title == "one"',
  'title == $title',
  'title == null',
  'title in ["one", null]',
  'n == 0.5',
  'n == false',
  'n > 0',
  'author._ref == $id',
  'references("a")',
  'references($ids)',
  'references("nobody", 5)',
  '$id in related[]._ref',
  'author->title == "one"',
  'defined(slug)',
  '!(_type == "x")',
  '(_type == "x" || references("b"))',
  '(_type == "x" || n == 1)',
  'sanity::versionOf("a")',
  'sanity::partOfRelease("r1")',
  'title match "tw*"',
  'title match "words"',
  '[title, slug.current] match "One"',
  'slug.current match "ab"',
  'body[].text match "smile two*"',
  'title match ["two", "wo*"]',
  'author->title match "one"',
  'title match $title',
  'true',
]
const searches = ['[@, _id] match text::query($q)', '([@, _id] match text::query($q) || references($id))']
const tails = [
  '',
  '._id',
  '[0]',
  '[1..2]{_id, title}',
  ' | order(_id desc)[0...2]._id',
  ' | order(title)[0...3]{_id, title}',
  ' | order(title desc, _id desc)[0...2]{_id, title}',
  ' | order(n desc)[0]{_id, n}',
  ' | order(slug.current)[1...3]._id',
  ' | order(_updatedAt desc)[0...3]._id',
  ' | order(lower(title))[0...2]._id',
  '{_id, "orderings": [_updatedAt, title]} | order(orderings[0] desc)[0...3]',
  '{_id, "orderings": [n, title]} | order(orderings[1] desc, orderings[0])[0...2]{_id}',
  '{_id, "x": slug} | order(x.current)[0...2]',
  '{_id, "n": title, n} | order(n)[0...3]',
  '{..., "n": title} | order(n)[0...3]._id',
  '{_id, "author": author->{_id, title, "again": author->_id}}',
  '{_id, "n": count(*[references(^._id)])}',
  '{_id, "n": count(*[_type == "y" && references(^._id)])}',
  '{_id, "same": *[n == ^.n]._id}',
  '{_id, "same": *[_type == ^._type && slug.current == ^.slug.current]{_id, "up": ^._id}}',
  '{_id, "all": count(*), "drafts": *[_id in path("drafts.**")]._id}',
  '{"related": related[]->{_id, "by": *[references(^._id)]._id}}',
  '.related[]->_id',
  '{_id, "first": *[_type == "x"] | order(n)[0]._id}',
  ' | score(title match "one") | order(_score desc, _id)[0...2]{_id, _score}',
  ' | score(boost(_type in ["x"] && title match text::query($q), 3), [@, _id] match text::query($q))[_score > 0]{_id, _score}',
  ' | score(title match text::query($q), ([@, _id] match text::query($q) || references($id)))[_score > 0]{_id, _score}',
]
const wholes = [
  '*[_type in $types] | score(title match "two one") [_score > 0] | order(_id){_id, _score}',
  'count(*)',
  'count(*[_type == "x"])',
  'count(*[references("c")])',
  'count(*[_type in $types && references($ids)])',
  'count(*[_id in $ids && _type == "y"])',
  '{"x": *[_type == "x"][0]._id, "y": count(*[_type == "y" && n == 1])}',
  'math::sum(*[_type == "x"].n)',
  '*[_id == $id][0]',
  'array::unique(*._type)',
  '*[]._id',
  '*{_id, "p": ^._id}',
]

const filtered = fc
  .tuple(fc.array(fc.constantFrom(...conditions), {minLength: 1, maxLength: 3}), fc.constantFrom(...tails))
  .map(([chosen, tail]) => `*[${chosen.join(' && ')}]${tail}`)
const searched = fc
  .tuple(fc.constantFrom(...searches), fc.constantFrom(...conditions), fc.constantFrom(...tails.slice(0, 8)))
  .map(([search, condition, tail]) => `*[${condition} && ${search}]${tail}`)

const params = fc.record(
  {
    id: fc.constantFrom(...ids, null, 5),
    ids: fc.constantFrom(['a', 'b'], ['drafts.a', 'c', 7], []),
    types: fc.constantFrom(['x'], ['y', 'z'], []),
    title: fc.constantFrom('one', 'z'.repeat(200), '\u{1f600} smile', 3, null),
    none: fc.constantFrom('one', null),
    q: fc.constantFrom(
      '*',
      '',
      'one',
      'tw*',
      'two -words',
      'two words',
      '"two words"',
      'ünï',
      'b',
      'drafts.a',
      'r1',
    ),
  },
  {noNullPrototype: true},
)

export const states = fc.record({
  documents: fc.uniqueArray(someDocument, {selector: ({_id}) => _id, maxLength: 10}),
  changes: fc.array(someDocument, {maxLength: 2}),
  removed: fc.constantFrom(...ids),
  isIndexed: fc.boolean(),
  queries: fc.array(
    fc.record({
      query: fc.oneof(
        {arbitrary: filtered, weight: 4},
        {arbitrary: searched, weight: 1},
        fc.constantFrom(...wholes),
      ),
      perspective: fc.constantFrom(['raw'], ['published'], ['drafts'], ['r1', 'drafts'], ['r2']),
      readFilters: fc.constantFrom(['true'], ['true'], ['true'], ['_type != "y"']),
      params,
    }),
    {minLength: 20, maxLength: 20},
  ),
})

export type State = typeof states extends fc.Arbitrary<infer Value> ? Value : never
/** What a random store is made of; its documents may be any. */
type Content = Pick<State, 'removed' | 'isIndexed'> & {
  documents: readonly object[]
  changes: readonly object[]
}

export type RandomStore = {
  store: Store
  reader: Reader
  write(mutations: unknown[]): Commit[]
}

export const puts = (documents: readonly object[]): unknown[] =>
  documents.map((document) => ({createOrReplace: document}))

/** A store in the given state, for one look; the search index knows all of it but the last changes. */
export function withRandomStore<T>(
  {documents, changes, removed, isIndexed}: Content,
  look: (random: RandomStore) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'lake-random-'))
  const store = openStore({directory: folder})
  const reader = openReader(new DatabaseSync(store.path, {readOnly: true}), 1000)
  const index = openSearchIndex(store)
  try {
    ensureDataset(store, systemClock, {name: 'main'})
    const writer = createWriter({store, clock: systemClock, rules: {permit: () => null}, selectIds: () => []})
    const write = (mutations: unknown[]): Commit[] => {
      const told: Commit[] = []
      const stop = writer.onCommit((commit) => told.push(commit))
      writer.mutate({dataset: 'main', identity: {userId: 'me', role: 'me'}, body: {mutations}, options: {}})
      stop()
      return told
    }
    for (const each of puts(documents)) write([each])
    if (isIndexed) index.catchUp()
    write([...puts(changes), {delete: {id: removed}}])
    return look({store, reader, write})
  } finally {
    index.stop()
    reader.close()
    store.close()
    rmSync(folder, {recursive: true, force: true})
  }
}
