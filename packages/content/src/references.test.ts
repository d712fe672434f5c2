import {expect, test} from 'vitest'
import {fixtures} from './fixtures.ts'
import {referencePaths, referencesOf} from './references.ts'
import {article} from './article/parse.ts'

test('references are published ids, each once, without pictures', () => {
  const authors = [
    {_type: 'reference', _ref: 'drafts.person-sample'},
    {_type: 'reference', _ref: 'person-sample'},
  ]
  expect(referencesOf({...fixtures.article, body: [], authors})).toEqual([
    'person-sample',
    'condition-sample',
    'article-related',
  ])
})

test('references are found in paragraphs, callouts and blocks of an article', () => {
  expect(referencePaths(article)).toEqual(
    expect.arrayContaining([
      'body[].markDefs[].source',
      'body[].text[].markDefs[].target',
      'body[].questions[]',
      'mainCondition',
    ]),
  )
  expect(referencePaths(article)).not.toContain('hero.image.asset')
})
