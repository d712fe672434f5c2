import {createPublicKey, verify} from 'node:crypto'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ClinicalError} from '../clinical-error.ts'
import {runs} from '../digest/random-document.fixture.ts'
import {isSignedBy, newKeyPair, signText} from './ed25519.ts'
import type {TrustedKeys} from './keys.ts'
import {payloadOf} from './payload.ts'
import {signDocument} from './sign.ts'
import {biomarker, judgement, sampleKey, serviceKey, trusted} from './sign-off.fixture.ts'
import {storedSignOff} from './stored.ts'
import {verifySignOff} from './verify.ts'

const good = signDocument(biomarker, judgement, serviceKey)
const [ownKey] = trusted.keys
const withKey = (change: object): TrustedKeys => ({
  ...trusted,
  keys: trusted.keys.map((key) => (key === ownKey ? {...key, ...change} : key)),
})
const twoPeople = [...judgement.reviewers, {personId: 'person-second', name: 'Dr. Bo Second'}]

describe('Ed25519', () => {
  // RFC 8032, section 7.1, tests 1 and 2: https://www.rfc-editor.org/rfc/rfc8032#section-7.1
  it.each([
    [
      '',
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      'r',
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
  ])('signs “%s” as RFC 8032 does', (text, secretKey, publicKey, signature) => {
    expect(signText(text, secretKey)).toBe(signature)
    expect(isSignedBy(text, signature, publicKey)).toBe(true)
    expect(isSignedBy(`${text}!`, signature, publicKey)).toBe(false)
  })

  it('makes signatures that Node’s own Ed25519 accepts', () => {
    const x = Buffer.from(ownKey?.publicKey ?? '', 'hex').toString('base64url')
    const key = createPublicKey({format: 'jwk', key: {kty: 'OKP', crv: 'Ed25519', x}})
    expect(verify(null, Buffer.from(payloadOf(good)), key, Buffer.from(good.signature, 'hex'))).toBe(true)
  })

  it.each(['', 'zz', '0'.repeat(63), 'G'.repeat(64)])('takes “%s” for no secret key', (secretKey) => {
    expect(() => signText('a', secretKey)).toThrow(ClinicalError)
  })

  it('accepts nothing from the key and signature of all zeros, which fit any text in a loose reading', () => {
    expect(isSignedBy('a', '0'.repeat(128), '0'.repeat(64))).toBe(false)
    expect(isSignedBy('a', `01${'0'.repeat(126)}`, `01${'0'.repeat(62)}`)).toBe(false)
  })
})

describe('a sign-off', () => {
  it('is genuine as the service issued it, also with the fields that a content backend adds', () => {
    const stored = {...storedSignOff(good), _rev: 'r1', _createdAt: good.signedAt, _updatedAt: good.signedAt}
    expect(stored.subject).toEqual({_type: 'reference', _ref: 'biomarker-her2', _weak: true})
    expect(verifySignOff(stored, trusted)).toEqual({state: 'genuine', signOff: good, sample: false})
  })

  it.each<[string, TrustedKeys, string]>([
    ['no key is trusted', {...trusted, keys: []}, 'unknown-key'],
    ['its key was revoked', withKey({revoked: true}), 'revoked-key'],
    ['its key was retired before', withKey({retiredAt: '2026-10-31T00:00:00Z'}), 'retired-key'],
    ['its key was retired on a day that is no date', withKey({retiredAt: 'soon'}), 'retired-key'],
    ['another key has taken its id', withKey({publicKey: newKeyPair().publicKey}), 'signature'],
    ['the trusted key is none', withKey({publicKey: 'x'}), 'signature'],
  ])('proves nothing when %s', (_when, keys, problem) => {
    expect(verifySignOff(good, keys)).toEqual({state: 'refused', problem})
  })

  it('stays genuine after its key was retired, and beside a newer key', () => {
    const newer = {id: 'key-2', publicKey: newKeyPair().publicKey}
    const keys = withKey({retiredAt: '2026-11-02T00:00:00Z'})
    expect(verifySignOff(good, {...keys, keys: [...keys.keys, newer]}).state).toBe('genuine')
  })

  it('is signed under a name that no other kind of signed text begins with', () => {
    expect(payloadOf(good).startsWith('lantern-sign-off/1\n{')).toBe(true)
  })

  it('of the sample key proves something only where sample content is wanted, and says that it is one', () => {
    const sample = signDocument(biomarker, judgement, sampleKey)
    expect(verifySignOff(sample, trusted)).toEqual({state: 'refused', problem: 'sample-key'})
    expect(verifySignOff(sample, {...trusted, trustSample: true})).toMatchObject({
      state: 'genuine',
      sample: true,
    })
  })

  it('is not looked at when two keys share an id', () => {
    const keys = ownKey ? [ownKey, {...ownKey, publicKey: newKeyPair().publicKey}] : []
    expect(() => verifySignOff(good, {...trusted, keys})).toThrow(/Two public keys/)
  })

  it.each<[string, object]>([
    ['another subject', {subject: {_ref: 'biomarker-er'}}],
    ['another type', {subjectType: 'article'}],
    ['another language', {language: 'es'}],
    ['another kind', {kind: 'translation'}],
    ['another outcome', {outcome: 'rejected'}],
    ['another reviewer', {reviewers: [{person: {_ref: 'person-x'}, name: 'Dr. X'}]}],
    ['the same reviewer under another name', {reviewers: [{...good.reviewers[0], name: 'Dr. X'}]}],
    ['an earlier date', {signedAt: '2026-10-01T09:00:00Z'}],
    ['a later end', {validUntil: '2037-11-01T09:00:00Z'}],
    ['another id', {_id: 'signOff.b'}],
  ])('proves nothing with %s than was signed', (_what, change) => {
    expect(verifySignOff({...good, ...change}, trusted)).toEqual({state: 'refused', problem: 'signature'})
  })

  it('proves nothing with another snapshot', () => {
    const snapshot = good.snapshot.replace('some', 'all')
    expect(verifySignOff({...good, snapshot}, trusted)).toEqual({state: 'refused', problem: 'digest'})
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['an id that anyone may read', {...good, _id: 'signOff-a'}],
    ['no signature', {...good, signature: undefined}],
    ['another format', {...good, format: 'lantern-sign-off/2'}],
    ['no reviewer', {...good, reviewers: []}],
    [
      'two reviewers of a text that can wait',
      {...good, reviewers: [good.reviewers[0], {person: {_ref: 'b'}, name: 'B'}]},
    ],
  ])('that is %s is malformed', (_what, stored) => {
    expect(verifySignOff(stored, trusted)).toEqual({state: 'refused', problem: 'malformed'})
  })

  it('never survives the change of one character in any of its signed fields', () => {
    const fields = [
      'digest',
      'signature',
      'keyId',
      'language',
      'subjectType',
      'signedAt',
      'validUntil',
      'snapshot',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.nat(),
        fc.constantFrom(...'0a}" '),
        (field, at, character) => {
          const value = String(Reflect.get(good, field))
          const place = at % value.length
          fc.pre(value[place] !== character)
          const changed = value.slice(0, place) + character + value.slice(place + 1)
          expect(verifySignOff({...good, [field]: changed}, trusted).state).toBe('refused')
        },
      ),
      {...runs, numRuns: Math.ceil(runs.numRuns / 5)},
    )
  })
})

describe('the service cannot sign', () => {
  it.each<[string, object]>([
    ['an emergency with one person', {kind: 'emergency', validUntil: '2026-11-08T09:00:00Z'}],
    [
      'an emergency with one person twice',
      {
        kind: 'emergency',
        validUntil: '2026-11-08T09:00:00Z',
        reviewers: [...judgement.reviewers, ...judgement.reviewers],
      },
    ],
    [
      'an emergency of eight days',
      {kind: 'emergency', validUntil: '2026-11-09T09:00:00Z', reviewers: twoPeople},
    ],
    ['what ends before it begins', {validUntil: '2026-10-01T09:00:00Z'}],
    ['without a date', {signedAt: 'today'}],
  ])('%s', (_what, change) => {
    expect(() => signDocument(biomarker, {...judgement, ...change}, serviceKey)).toThrow(ClinicalError)
  })

  it('another language than the library’s own for a document that names none', () => {
    expect(signDocument({...biomarker, language: ''}, judgement, serviceKey).language).toBe('en')
  })

  it('but it can sign an emergency of seven days with two people', () => {
    const emergency = {...judgement, kind: 'emergency' as const, validUntil: '2026-11-08T09:00:00Z'}
    const signed = signDocument(biomarker, {...emergency, reviewers: twoPeople}, serviceKey)
    expect(verifySignOff(signed, trusted).state).toBe('genuine')
  })
})
