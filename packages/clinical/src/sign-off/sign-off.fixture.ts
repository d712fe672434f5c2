import type {WholeDocument} from '../document.ts'
import {newKeyPair} from './ed25519.ts'
import type {TrustedKeys} from './keys.ts'
import type {Judgement} from './sign.ts'

const pair = newKeyPair()
const samplePair = newKeyPair()

export const serviceKey = {id: 'key-1', secretKey: pair.secretKey}
export const sampleKey = {id: 'sample', secretKey: samplePair.secretKey}

export const trusted: TrustedKeys = {
  keys: [
    {id: 'key-1', publicKey: pair.publicKey},
    {id: 'sample', publicKey: samplePair.publicKey, sample: true},
  ],
  trustSample: false,
}

export const biomarker: WholeDocument = {
  _id: 'biomarker-her2',
  _type: 'biomarker',
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-11-01T00:00:00Z',
  language: 'en',
  slug: {_type: 'slug', current: 'her2'},
  approval: {_type: 'reference', _ref: 'signOff.a'},
  symbol: 'HER2',
  summary: 'A protein that some cancers have too much of.',
  results: [
    {_key: 'a', _type: 'biomarkerResult', value: 'HER2-positive', meaning: 'Your cancer has more of it.'},
  ],
}

export const judgement: Judgement = {
  id: 'a',
  kind: 'clinical',
  outcome: 'approved',
  reviewers: [{personId: 'person-reviewer', name: 'Dr. Ada Reviewer', credentials: 'MD'}],
  signedAt: '2026-11-01T09:00:00Z',
  validUntil: '2027-11-01T09:00:00Z',
}
