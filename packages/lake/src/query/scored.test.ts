import {parse} from 'groq-js'
import {expect, it} from 'vitest'
import type {Clause} from './clauses.ts'
import {compile} from './compile.ts'
import {simpleWords} from './text-query.ts'

const whole = '[@, _id] match text::query($q)'
const told = (clause: Clause): string =>
  clause.by === 'any' ? `any(${clause.clauses.map(told).join(' ')})` : clause.by
const narrowings = (query: string, params = {}): string[] =>
  compile(parse(query, params)).hooks.flatMap((hook) =>
    hook.kind === 'documents' ? hook.clauses.map(told) : [],
  )

it('the Studio’s search among documents is narrowed by what gives a score', () => {
  const studio = `*[_type == "x"] | score(boost(_type in ["x"] && title match text::query($q), 10), (${whole} || references($id)))`
  const narrowed = ['type', 'any(someWord any(words reference))']
  expect(narrowings(`${studio}[_score > 0]{_id}`)).toEqual(narrowed)
  const given = {params: {q: 'one*', id: 'a', limit: 3}}
  expect(narrowings(`${studio}[_score > 0]{_id}[0...$limit]`, given)).toEqual(narrowed)
})

it.each([
  ['a document without a score is asked for', `*[_type == "x"] | score(${whole})`],
  ['a document with a score of 0 is, too', `*[_type == "x"] | score(${whole})[_score >= 0]`],
  ['one part is decided by no index', `*[_type == "x"] | score(${whole}, lower(title) == "a")[_score > 0]`],
  [
    'a field has texts that its document lacks',
    `*[_type == "x"] | score(pt::text(a) match text::query($q))[_score > 0]`,
  ],
])('nothing is narrowed by a score where %s', (_why, query) => {
  expect(narrowings(query)).toEqual(['type'])
})

it.each([
  ['breast scan*', ['breast', 'scan*']],
  ['Rückfall', ['rückfall']],
  ['5µg', null],
  ['two-fold', null],
  ['"a phrase"', null],
  ['*', null],
  ['', null],
])('of “%s” the words of which a field must hold one are %j', (search, words) => {
  expect(simpleWords(search)).toEqual(words)
})
