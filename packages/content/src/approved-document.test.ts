import {approved, digestOf, newKeyPair, signDocument, snapshotOf, type WholeDocument} from '@lantern/clinical'
import {describe, expect, test} from 'vitest'
import {fixtures} from './fixtures.ts'
import {documentType, parsers} from './parsers.ts'

const {secretKey, publicKey} = newKeyPair()
const trusted = {keys: [{id: 'key', publicKey}], trustSample: false}
const now = new Date('2026-11-24T00:00:00Z')
const judgement = {
  id: 'a',
  kind: 'clinical' as const,
  outcome: 'approved' as const,
  reviewers: [{personId: 'person-a', name: 'Dr. A'}],
  signedAt: '2026-11-01T00:00:00Z',
  validUntil: '2027-11-01T00:00:00Z',
}

/** A published document and the sign-off it points to. */
function signed(document: WholeDocument) {
  const published = {...document, approval: {_type: 'reference', _ref: 'signOff.a'}}
  return {published, signOff: signDocument(published, judgement, {id: 'key', secretKey})}
}

type Place = readonly string[]

/** The places of all values of a document that are no ids, keys, dates or the address. */
function places(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  const isReference = '_ref' in value
  const cut = 'asset' in value ? ['crop', 'hotspot'] : []
  const unseen = new Set([
    '_key',
    ...cut,
    ...(at.length === 0 ? ['_id', '_rev', '_createdAt', '_updatedAt', 'slug'] : []),
  ])
  return Object.entries(value).flatMap(([name, member]) =>
    unseen.has(name) || (isReference && name !== '_ref') ? [] : places(member, [...at, name]),
  )
}

function changedAt(value: unknown, [step, ...rest]: Place): unknown {
  if (step === undefined) return `${String(value)} x`
  if (Array.isArray(value))
    return value.map((member, at) => (String(at) === step ? changedAt(member, rest) : member))
  const fields = Object.entries(value ?? {})
  return Object.fromEntries(
    fields.map(([name, member]) => [name, name === step ? changedAt(member, rest) : member]),
  )
}

const isWhole = (value: unknown): value is WholeDocument =>
  typeof value === 'object' && value !== null && '_id' in value && '_type' in value

describe.each(documentType.options)('an approved %s', (type) => {
  const {published, signOff} = signed(fixtures[type])

  test('is taken by its parser', () => {
    const approval = approved({document: published, signOff, trusted, now})
    expect(approval.state).toBe('approved')
    expect(parsers[type].parse('document' in approval ? approval.document : null)).toEqual(
      parsers[type].parse(fixtures[type]),
    )
  })

  test('that was changed since is taken by its parser as it was signed', () => {
    const approval = approved({document: {...published, added: 'canary'}, signOff, trusted, now})
    const document = 'document' in approval ? approval.document : null
    expect(approval.state).toBe('snapshot')
    const parsed = parsers[type].parse(document)
    expect(snapshotOf({...parsed})).toBe(snapshotOf({...parsers[type].parse(fixtures[type])}))
  })

  test('has every value of it in its digest', () => {
    const digest = digestOf(fixtures[type])
    const loose = places(fixtures[type]).filter((place) => {
      const changed = changedAt(fixtures[type], place)
      return !isWhole(changed) || digestOf(changed) === digest
    })
    expect(loose).toEqual([])
  })
})
