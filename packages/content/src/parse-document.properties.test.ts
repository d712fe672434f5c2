import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fixtures} from './fixtures.ts'
import {parseDocument} from './parse-document.ts'
import {documentType} from './parsers.ts'

type Step = string | number
type Place = {steps: Step[]; value: unknown}

/** Every place of a document, without the keys of arrays, which a single value need not have. */
function placesOf(value: unknown, steps: Step[] = []): Place[] {
  const here = steps.length > 0 ? [{steps, value}] : []
  if (typeof value !== 'object' || value === null) return here
  const members: [Step, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [...here, ...members.flatMap(([step, member]) => placesOf(member, [...steps, step]))]
}

function replaced(value: unknown, [step, ...rest]: Step[], by: unknown): unknown {
  if (step === undefined) return by
  if (Array.isArray(value))
    return value.map((member, at) => (at === step ? replaced(member, rest, by) : member))
  const fields = Object.entries(value ?? {})
  return Object.fromEntries(
    fields.map(([name, member]) => [name, name === step ? replaced(member, rest, by) : member]),
  )
}

const written = (steps: readonly Step[]): string =>
  steps
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)
const values = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant([]),
  fc.dictionary(fc.string(), fc.integer()),
)

const typeAndPlace = fc
  .constantFrom(...documentType.options)
  .chain((type) => fc.tuple(fc.constant(type), fc.constantFrom(...placesOf(fixtures[type])), values))
  .filter(([, place, value]) => kindOf(place.value) !== kindOf(value))

describe('any document', () => {
  test('with a value of another kind at any place is refused by its id, at that place or below', () => {
    fc.assert(
      fc.property(typeAndPlace, ([type, {steps}, value]) => {
        const parsed = parseDocument(type, replaced(fixtures[type], steps, value))
        const problems = parsed.ok ? [] : parsed.problems
        expect(problems.map(({path}) => path).filter((path) => path.startsWith(written(steps)))).not.toEqual(
          [],
        )
        const documentId = steps[0] === '_id' ? 'unknown' : fixtures[type]._id
        expect(new Set(problems.map((problem) => problem.documentId))).toEqual(new Set([documentId]))
      }),
      {numRuns: 2000},
    )
  })

  test('that is any JSON at all is refused with a reason for people, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documentType.options), fc.jsonValue(), (type, value) => {
        const parsed = parseDocument(type, value)
        expect(parsed.ok).toBe(false)
        for (const {message} of parsed.ok ? [] : parsed.problems) expect(message).toMatch(/\w/)
      }),
      {numRuns: 2000},
    )
  })

  test('that was accepted is accepted again, unchanged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...documentType.options),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (type, extra) => {
          const once = parseDocument(type, {...extra, ...fixtures[type]})
          expect(once).toEqual({ok: true, document: fixtures[type]})
          expect(once.ok && parseDocument(type, once.document)).toEqual(once)
        },
      ),
    )
  })
})
