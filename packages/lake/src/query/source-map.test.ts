import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {LakeDocument} from '../document.ts'
import {evaluateOver} from './evaluate.ts'
import {sourceMapOf, type SourceMap} from './source-map.ts'
import {viewOf} from './view.ts'

const times = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
const documents: LakeDocument[] = [
  {...times, _id: 'ada', _type: 'person', name: 'Same', nick: 'Same', tags: ['a', 'Same']},
  {
    ...times,
    _id: 'drafts.post',
    _originalId: 'drafts.post',
    _type: 'post',
    title: 'Same',
    kicker: 'Same',
    author: {_ref: 'ada'},
    views: 3,
    body: [
      {_key: 'k1', style: 'h1', text: 'Same'},
      {_key: 'k2', style: 'normal', text: 'Same', marks: ['strong', 'em']},
    ],
  },
]

function answer(
  query: string,
  params: Record<string, unknown> = {},
): {value: unknown; sources: Record<string, string>} {
  const evaluation = {view: viewOf(documents), params}
  const value = evaluateOver(query, evaluation)
  const map = sourceMapOf(value, evaluation, (over) => evaluateOver(query, {...over, asTwins: true}))
  return {value, sources: sourcesOf(map)}
}

const sourcesOf = ({documents: named, paths, mappings}: SourceMap): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mappings).map(([at, {source}]) => [
      at,
      `${named[source.document]?._id} ${paths[source.path]}`,
    ]),
  )

const valueAt = (root: unknown, path: string): unknown => {
  const steps = [...path.matchAll(/\['([^']*)'\]|\[\?\(@\._key=='([^']*)'\)\]|\[(\d+)\]/g)]
  return steps.reduce<unknown>((at, [, name, key, index]) => {
    if (typeof at !== 'object' || at === null) return undefined
    if (key !== undefined) return Array.isArray(at) ? at.find((each) => each?._key === key) : undefined
    return Reflect.get(at, name ?? index ?? '')
  }, root)
}

describe('a source map', () => {
  it('names the field that was copied, although every text is the same', () => {
    const {sources} = answer('*[_type == "post"]{"head": kicker, title, "by": author->nick}')
    expect(sources).toEqual({
      "$[0]['head']": "drafts.post $['kicker']",
      "$[0]['title']": "drafts.post $['title']",
      "$[0]['by']": "ada $['nick']",
    })
  })

  it('follows list members by their key through filters, slices and orders', () => {
    const {sources} = answer('*[_type == "post"][0].body[style == "normal"]{text}')
    expect(sources).toEqual({"$[0]['text']": "drafts.post $['body'][?(@._key=='k2')]['text']"})
    expect(answer('*[_type == "post"][0].body | order(style desc)[0..0]{text}').sources).toEqual({
      "$[0]['text']": "drafts.post $['body'][?(@._key=='k2')]['text']",
    })
    expect(answer('*[_type == "post"][0].body[1].marks').sources).toEqual({
      '$[0]': "drafts.post $['body'][?(@._key=='k2')]['marks'][0]",
      '$[1]': "drafts.post $['body'][?(@._key=='k2')]['marks'][1]",
    })
  })

  it('gives no source for what was computed, also where it covers a field that was spread', () => {
    const {value, sources} = answer('*[_type == "person"]{..., "name": lower("SAME"), "n": string(nick)}[0]')
    expect(value).toMatchObject({name: 'same', n: 'Same', nick: 'Same'})
    expect(Object.keys(sources)).toContain("$['nick']")
    expect(Object.keys(sources)).not.toContain("$['name']")
    expect(Object.keys(sources)).not.toContain("$['n']")
  })

  it('follows the branch that was taken', () => {
    expect(
      answer('*[_type == "post"]{"x": coalesce(subtitle, kicker), "y": select(views > 5 => title, kicker)}')
        .sources,
    ).toEqual({
      "$[0]['x']": "drafts.post $['kicker']",
      "$[0]['y']": "drafts.post $['kicker']",
    })
    expect(answer('*[_type == "post"]{"x": coalesce($given, kicker)}', {given: 'Same'}).sources).toEqual({})
    expect(answer('*[_type == "post"]{views > 2 => {title}, views > 5 => {kicker}}').sources).toEqual({
      "$[0]['title']": "drafts.post $['title']",
    })
  })

  it('leaves out members that a condition on themselves chose', () => {
    expect(answer('*[_type == "person"][0].tags[@ == "Same"]').sources).toEqual({})
  })

  it('follows a back-reference', () => {
    expect(answer('*[_type == "person"]{"posts": *[references(^._id)]{title}}').sources).toEqual({
      "$[0]['posts'][0]['title']": "drafts.post $['title']",
    })
  })

  it('never names a place that holds another value', () => {
    const queries = [
      '*',
      '*{...}',
      '*{_id, ...author->{name}}',
      '*.body[]',
      '*.body[]{style, "all": ^.title}',
      '*{"x": [title, nick, ...tags]}',
      '*{"x": {"y": {title}}}.x.y',
      '*[defined(author)]{author->}',
      '{"first": *[0], "rest": *[1..-1]{title}}',
      'array::compact(*.title)',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...queries), (query) => {
        const {value, sources} = answer(query)
        for (const [at, place] of Object.entries(sources)) {
          const [id = '', path = ''] = place.split(/ (.*)/)
          const document = documents.find(({_id}) => _id === id)
          expect(valueAt(document, path)).toBe(valueAt(value, at.slice(1)))
          expect(valueAt(document, path)).toBeDefined()
        }
      }),
    )
  })
})
