import {describe, expect, test} from 'vitest'
import {brokenFixtures, fixtures} from './fixtures.ts'
import {parseDocument} from './parse-document.ts'
import {documentType, parsers} from './parsers.ts'

/** Optional by itself, though a placement needs it or a subject type. */
const chosen = new Set(['placement.subject'])
const required = documentType.options.flatMap((type) =>
  Object.entries(parsers[type].shape)
    .filter(([, field]) => !field.safeParse(undefined).success)
    .map(([name]) => ({type, name})),
)
const optional = documentType.options.flatMap((type) =>
  Object.entries(parsers[type].shape)
    .filter(([, field]) => field.safeParse(undefined).success)
    .map(([name]) => ({type, name})),
)

describe('parseDocument', () => {
  test.each(documentType.options)('gives the whole valid %s back', (type) => {
    expect(parseDocument(type, fixtures[type])).toEqual({ok: true, document: fixtures[type]})
  })

  test('knows every type that has a parser', () => {
    expect(documentType.options).toEqual(Object.keys(parsers))
  })

  test.each(required)('names $name when a $type lacks it', ({type, name}) => {
    const lacking = without(fixtures[type], name)
    const parsed = parseDocument(type, lacking)
    const documentId = name === '_id' ? 'unknown' : fixtures[type]._id
    expect(parsed.ok ? [] : parsed.problems).toContainEqual({
      documentId,
      type,
      path: name,
      message: expect.any(String),
    })
  })

  test.each(optional.filter(({type, name}) => !chosen.has(`${type}.${name}`)))(
    'takes null for an absent $name of a $type',
    ({type, name}) => {
      const parsed = parseDocument(type, {...without(fixtures[type], name), [name]: null})
      expect(parsed).toMatchObject({ok: true})
    },
  )

  test.each(brokenFixtures)('refuses $why', ({type, document, path}) => {
    const parsed = parseDocument(type, document)
    const documentId = '_id' in document ? document._id : 'unknown'
    expect(parsed.ok ? [] : parsed.problems).toContainEqual({
      documentId,
      type,
      path,
      message: expect.stringMatching(/\w/),
    })
  })

  test('drops fields it does not know', () => {
    const parsed = parseDocument('person', {
      ...fixtures.person,
      _originalId: 'drafts.person-sample',
      shoe: 42,
    })
    expect(parsed).toEqual({ok: true, document: fixtures.person})
  })

  test('says so of what is no document at all', () => {
    expect(parseDocument('person', null)).toMatchObject({ok: false, problems: [{documentId: 'unknown'}]})
  })

  test('takes a decorative picture without a description', () => {
    const hero = {...without(fixtures.article.hero, 'alt'), decorative: true}
    const parsed = parseDocument('article', {...fixtures.article, hero})
    expect(parsed).toMatchObject({ok: true, document: {hero: {alt: ''}}})
  })
})

function without(document: object, name: string): object {
  return Object.fromEntries(Object.entries(document).filter(([field]) => field !== name))
}
