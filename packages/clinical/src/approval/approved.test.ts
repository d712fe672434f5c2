import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {canonicalForm} from '../digest/canonical-form.ts'
import {canonicalJson} from '../digest/digest.ts'
import {anyDocument, runs} from '../digest/random-document.fixture.ts'
import type {WholeDocument} from '../document.ts'
import {signDocument, type Judgement} from '../sign-off/sign.ts'
import {biomarker, judgement, sampleKey, serviceKey, trusted} from '../sign-off/sign-off.fixture.ts'
import {signWithdrawal} from '../withdrawal/withdrawal.ts'
import {approved, type Approval} from './approved.ts'

const now = new Date('2026-11-24T00:00:00Z')
const signOff = signDocument(biomarker, judgement, serviceKey)
const ask = (change: Partial<Parameters<typeof approved>[0]> = {}) =>
  approved({document: biomarker, signOff, trusted, now, ...change})
const judged = (change: Partial<Judgement>, document: WholeDocument = biomarker) =>
  signDocument(document, {...judgement, ...change}, serviceKey)
const problemOf = (approval: Approval) => ('alarm' in approval ? approval.alarm.problem : null)
const spanish = {...biomarker, language: 'es', translationOf: {_type: 'reference', _ref: 'biomarker-en'}}
const twoPeople = [...judgement.reviewers, {personId: 'person-second', name: 'Dr. Bo Second'}]
const emergency = judged({kind: 'emergency', reviewers: twoPeople, validUntil: '2026-11-08T09:00:00Z'})

describe('a published document', () => {
  it('is shown as it is when its sign-off fits', () => {
    const approval = ask()
    expect(approval).toMatchObject({state: 'approved', by: {signedAt: judgement.signedAt, sample: false}})
    expect('document' in approval && approval.document).toEqual(biomarker)
  })

  it('is shown as it is when only its address, its dates or the cut of a picture changed', () => {
    const document = {...biomarker, slug: {_type: 'slug', current: 'her-2'}, _updatedAt: now.toISOString()}
    expect(ask({document}).state).toBe('approved')
  })

  it('is shown past its review date, since late is not wrong', () => {
    expect(ask({now: new Date('2030-01-01T00:00:00Z')}).state).toBe('approved')
  })

  it('is shown as it was signed when one word was changed since, with an alarm that tells no text', () => {
    const document = {...biomarker, _rev: 'r2', summary: 'A protein that all cancers have too much of.'}
    const approval = ask({document})
    expect(approval).toMatchObject({
      state: 'snapshot',
      document: {_id: 'biomarker-her2', _rev: 'r2', slug: biomarker.slug, summary: biomarker.summary},
      by: {signedAt: judgement.signedAt},
      alarm: {subject: 'biomarker-her2', type: 'biomarker', problem: 'changed', signOff: 'signOff.a'},
    })
    expect(JSON.stringify(approval)).not.toContain('all cancers')
  })

  it('is shown as it was signed when a new field was slipped in, and the field is not', () => {
    const approval = ask({document: {...biomarker, about: 'canary'}})
    expect(approval.state).toBe('snapshot')
    expect(JSON.stringify(approval)).not.toContain('canary')
  })

  it('is shown as it was signed when what it holds now has no digest', () => {
    expect(ask({document: {...biomarker, summary: '\ud800'}}).state).toBe('snapshot')
  })

  it('says when the sample key approved it', () => {
    const sample = signDocument(biomarker, judgement, sampleKey)
    const approval = ask({signOff: sample, trusted: {...trusted, trustSample: true}})
    expect(approval).toMatchObject({state: 'approved', by: {sample: true}})
  })

  it('is shown for as long as an emergency lasts, and not a moment longer', () => {
    expect(ask({signOff: emergency, now: new Date('2026-11-08T08:59:59.999Z')}).state).toBe('approved')
    expect(problemOf(ask({signOff: emergency, now: new Date('2026-11-08T09:00:00Z')}))).toBe('expired')
  })

  it('in Spanish is shown on the sign-off of a translator', () => {
    const translated = judged({kind: 'translation'}, spanish)
    expect(ask({document: spanish, signOff: translated}).state).toBe('approved')
  })
})

describe('nothing is shown', () => {
  it.each<[string, Partial<Parameters<typeof approved>[0]>, string]>([
    ['of a draft', {document: {...biomarker, _id: 'drafts.biomarker-her2'}}, 'draft'],
    ['of a version in a release', {document: {...biomarker, _id: 'versions.r1.biomarker-her2'}}, 'draft'],
    ['without an approval', {document: {...biomarker, approval: undefined}}, 'no-approval'],
    ['with an approval that is a text', {document: {...biomarker, approval: 'signOff.a'}}, 'no-approval'],
    ['when the sign-off is gone', {signOff: null}, 'no-sign-off'],
    [
      'on a sign-off that the document does not point to',
      {document: {...biomarker, approval: {_ref: 'signOff.b'}}},
      'no-sign-off',
    ],
    ['on what is no sign-off', {signOff: {_id: 'signOff.a', _type: 'signOff'}}, 'malformed'],
    ['on a forged signature', {signOff: {...signOff, signature: '0'.repeat(128)}}, 'signature'],
    ['on a snapshot that was exchanged', {signOff: {...signOff, snapshot: '{"summary":"x"}'}}, 'digest'],
    ['on a key that nobody trusts', {trusted: {...trusted, keys: []}}, 'unknown-key'],
    [
      'on the sample key in production',
      {signOff: signDocument(biomarker, judgement, sampleKey)},
      'sample-key',
    ],
    ['of another document', {signOff: judged({}, {...biomarker, _id: 'biomarker-er'})}, 'subject'],
    ['of a document of another type', {signOff: judged({}, {...biomarker, _type: 'article'})}, 'subject'],
    ['in another language', {signOff: judged({}, {...biomarker, language: 'es'})}, 'language'],
    ['that a reviewer rejected', {signOff: judged({outcome: 'rejected'})}, 'outcome'],
    ['that is an original and was signed by a translator', {signOff: judged({kind: 'translation'})}, 'kind'],
    [
      'when an original signed by a translator is made to look like a translation',
      {document: {...biomarker, translationOf: {_ref: 'x'}}, signOff: judged({kind: 'translation'})},
      'kind',
    ],
    ['when an emergency lapsed', {signOff: emergency}, 'expired'],
  ])('%s', (_what, change, problem) => {
    const approval = ask(change)
    expect(approval).toMatchObject({state: 'none', alarm: {problem}})
    expect(JSON.stringify(approval)).not.toContain('cancers')
  })
})

describe('a withdrawn document', () => {
  const words = {
    _id: 'withdrawal.a',
    _type: 'withdrawal' as const,
    format: 'lantern-withdrawal/1' as const,
    subject: {_ref: 'biomarker-her2'},
    reason: 'New evidence changed what this test means.',
    replacement: {_ref: 'biomarker-her2-low'},
    by: {_ref: 'person-editor'},
    withdrawnAt: '2026-11-20T00:00:00Z',
  }
  const signed = signWithdrawal(words, serviceKey)

  it('says so, why, and what to read instead', () => {
    expect(ask({withdrawals: [signed]})).toEqual({
      state: 'withdrawn',
      withdrawn: {
        withdrawnAt: words.withdrawnAt,
        reason: words.reason,
        replacement: 'biomarker-her2-low',
      },
    })
  })

  it.each<[string, object]>([
    ['that nobody signed', words],
    ['whose reason was changed', {...signed, reason: 'Buy this instead.'}],
    ['whose replacement was changed', {...signed, replacement: {_ref: 'article-x'}}],
    ['that lacks its date', {...signed, withdrawnAt: undefined}],
  ])('hides the text by a withdrawal %s, and shows none of its words', (_what, withdrawal) => {
    expect(ask({withdrawals: [withdrawal]})).toMatchObject({
      state: 'withdrawn',
      withdrawn: {reason: null, replacement: null},
    })
  })

  it('says so even when its approval is not valid', () => {
    expect(ask({withdrawals: [signed], signOff: null}).state).toBe('withdrawn')
  })

  it('comes back with a sign-off that is later than the withdrawal', () => {
    expect(ask({withdrawals: [signed], signOff: judged({signedAt: '2026-11-21T00:00:00Z'})}).state).toBe(
      'approved',
    )
  })

  it('stays withdrawn by a sign-off of the same moment', () => {
    expect(ask({withdrawals: [signed], signOff: judged({signedAt: words.withdrawnAt})}).state).toBe(
      'withdrawn',
    )
  })

  it('is not another document', () => {
    const other = signWithdrawal({...words, subject: {_ref: 'biomarker-er'}}, serviceKey)
    expect(ask({withdrawals: [other]}).state).toBe('approved')
  })
})

/** The text that reaches a reader, or null. */
const shown = (approval: Approval) =>
  'document' in approval ? canonicalJson(canonicalForm(approval.document)) : null

/** Each of them verifies a signature, which takes a thousand times as long as a digest. */
const signedRuns = {...runs, numRuns: Math.ceil(runs.numRuns / 5)}

describe('no tampering yields a text that was not signed', () => {
  it('when the document is exchanged for any other', () => {
    fc.assert(
      fc.property(anyDocument, (other) => {
        const document = {...other, _id: biomarker._id, _type: biomarker._type, approval: biomarker.approval}
        expect([null, signOff.snapshot]).toContain(shown(ask({document})))
      }),
      signedRuns,
    )
  })

  it('when a field of the document is exchanged for any value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(biomarker), 'about'), fc.jsonValue(), (field, value) => {
        fc.pre(field !== '_id' && field !== '_type')
        expect([null, signOff.snapshot]).toContain(shown(ask({document: {...biomarker, [field]: value}})))
      }),
      signedRuns,
    )
  })

  it('when a field of the sign-off is exchanged for any value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(signOff)), fc.jsonValue(), (field, value) => {
        expect([null, signOff.snapshot]).toContain(shown(ask({signOff: {...signOff, [field]: value}})))
      }),
      signedRuns,
    )
  })

  it('when one sign-off carries fields of another, which is genuine as well', () => {
    const document = {...biomarker, summary: 'An older wording.'}
    const older = judged({id: 'b', signedAt: '2026-05-01T09:00:00Z'}, document)
    const fields = fc.subarray(Object.keys(signOff), {minLength: 1})
    fc.assert(
      fc.property(fields, fc.boolean(), (taken, tampered) => {
        const mixed = {
          ...signOff,
          ...Object.fromEntries(taken.map((name) => [name, Reflect.get(older, name)])),
        }
        const approval = ask({signOff: mixed, document: tampered ? document : biomarker})
        expect([null, signOff.snapshot]).toContain(shown(approval))
      }),
      signedRuns,
    )
  })

  it.each<[string, object]>([
    ['the address', {slug: {_type: 'slug', current: 'her2', title: 'a canary'}}],
    ['the address itself', {slug: {_type: 'slug', current: 'a canary'}}],
    ['the approval', {approval: {_ref: 'signOff.a', title: 'a canary'}}],
    ['a date', {_updatedAt: 'a canary'}],
    ['what a release adds', {_system: {base: 'a canary'}, _originalId: 'a canary'}],
    [
      'the cut of a picture',
      {hero: {asset: {_ref: 'image-a'}, hotspot: {_type: 'sanity.imageHotspot', x: 'a canary'}}},
    ],
    ['the type of a cut', {hero: {asset: {_ref: 'image-a'}, crop: {_type: 'a canary'}}}],
  ])('when a text is put into %s, which nobody signs', (_where, change) => {
    const document = {...biomarker, hero: {asset: {_ref: 'image-a'}}}
    const approval = ask({document: {...document, ...change}, signOff: judged({}, document)})
    expect(['approved', 'snapshot']).toContain(approval.state)
    expect(JSON.stringify(approval)).not.toContain('canary')
  })

  it('and any document that was signed comes back from its snapshot as it was signed', () => {
    fc.assert(
      fc.property(anyDocument, (random) => {
        const document = {...random, _id: 'document-a', approval: {_ref: 'signOff.a'}}
        const signed = signDocument(document, judgement, serviceKey)
        const tampered = {...document, added: 'canary'}
        const approval = ask({document: tampered, signOff: signed})
        expect(approval.state).toBe('snapshot')
        expect(shown(approval)).toBe(signed.snapshot)
      }),
      signedRuns,
    )
  })
})
