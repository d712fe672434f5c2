import {fixtures} from '@lantern/content/fixtures'
import type {AnyDocument} from '@lantern/content/read'
import {stegaClean} from '@sanity/client/stega'
import {describe, expect, test} from 'vitest'
import {withEditMarks} from './edit-marks.ts'

const studioUrl = 'http://localhost:3333'
const documents: AnyDocument[] = Object.values(fixtures)

/** The fields whose text is no longer the same. */
function markedFields(before: unknown, after: unknown, field = ''): string[] {
  if (typeof before === 'string') return before === after ? [] : [field]
  if (typeof before !== 'object' || before === null) return []
  return Object.entries(before).flatMap(([name, value]) =>
    markedFields(value, Reflect.get(Object(after), name), Array.isArray(before) ? field : name),
  )
}

describe.each(documents.map((document) => [document._type, document] as const))(
  'the marks of a %s',
  (_, document) => {
    const marked = withEditMarks(document, studioUrl)

    test('are all that is added', () => {
      expect(stegaClean(marked)).toEqual(document)
    })

    test('touch no key, code, choice or address', () => {
      for (const field of markedFields(document, marked)) {
        expect(field).not.toMatch(
          /^_|^(?:current|kind|tone|style|marks|code|system|href|url|phone|value|publicId|language)$/,
        )
      }
    })
  },
)

test('an article’s title, standfirst and sentences are marked', () => {
  const fields = markedFields(fixtures.article, withEditMarks(fixtures.article, studioUrl))
  expect(fields).toEqual(expect.arrayContaining(['title', 'dek', 'text']))
})

test('two names that are the same stay the same, because pages compare them', () => {
  const same = {...fixtures.treatmentClass, plainName: fixtures.treatmentClass.name}
  const {name, plainName} = withEditMarks(same, studioUrl)
  expect(name).toBe(plainName)
})
