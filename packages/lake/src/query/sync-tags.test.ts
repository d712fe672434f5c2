import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import {datasetTag, documentTag, tagsOfChange, typeTag} from '../listen/sync-tags.ts'
import {ids, puts, someDocument, states, withRandomStore} from './random-store.fixture.ts'
import {runQuerySync} from './run-query.ts'

const change = fc.oneof(
  someDocument.map((document) => puts([document])),
  fc.constantFrom(...ids).map((id) => [{delete: {id}}]),
)

it('an answer that a change made another carried a tag of that change', () => {
  let changed = 0
  let kept = 0
  const property = fc.property(states, change, (state, mutations) =>
    withRandomStore(state, ({reader, write}) => {
      const inputs = state.queries.map((each) => ({...each, dataset: 'main', identity: 'me'}))
      const before = inputs.map((input) => runQuerySync(reader, input, {}))
      const touched = new Set(write(mutations).flatMap(({changes}) => changes.flatMap(tagsOfChange)))
      for (const [index, input] of inputs.entries()) {
        const {result = '', syncTags = []} = before[index] ?? {}
        const isTold = syncTags.some((tag) => touched.has(tag))
        if (!isTold) kept += 1
        if (runQuerySync(reader, input, {}).result === result) continue
        changed += 1
        if (!isTold)
          throw new Error(`${input.query} with ${JSON.stringify(input.params)} carried ${syncTags.join()}`)
      }
    }),
  )
  fc.assert(property, {numRuns: 40, endOnFailure: true})
  console.log(`sync tags: ${changed} answers changed and were told, ${kept} were left alone`)
  expect(changed).toBeGreaterThan(20)
  expect(kept).toBeGreaterThan(20)
}, 60_000)

it('an answer carries the tags of what it read, and of all when that is too much', () => {
  const state = {
    documents: [
      {_id: 'a', _type: 'x', author: {_type: 'reference', _ref: 'b', _weak: true}},
      {_id: 'b', _type: 'y', title: 'one'},
    ],
    changes: [],
    removed: 'e',
    isIndexed: true,
  } as const
  withRandomStore(state, ({reader}) => {
    const tagsOf = (query: string): string[] =>
      runQuerySync(
        reader,
        {
          query,
          params: {},
          dataset: 'main',
          perspective: ['published'],
          readFilters: ['true'],
          identity: 'me',
        },
        {},
      ).syncTags
    expect(tagsOf('*[_id == "a"][0]')).toEqual([documentTag('main', 'a')])
    expect(tagsOf('*[_type == "x"]{"by": author->title}')).toEqual([
      typeTag('main', 'x'),
      documentTag('main', 'b'),
    ])
    expect(tagsOf('count(*[_type == "x"])')).toEqual([typeTag('main', 'x')])
    expect(tagsOf('*[title == "one"]')).toEqual([datasetTag('main')])
    expect(tagsOf('1 + 1')).toEqual([datasetTag('main')])
  })
})
