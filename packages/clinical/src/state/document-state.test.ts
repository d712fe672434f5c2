import {describe, expect, it} from 'vitest'
import {digestOf} from '../digest/digest.ts'
import type {WholeDocument} from '../document.ts'
import {signDocument, type Judgement} from '../sign-off/sign.ts'
import {biomarker, judgement, serviceKey, trusted} from '../sign-off/sign-off.fixture.ts'
import {documentState, type StateQuestion} from './document-state.ts'
import {reviewRequest, type ReviewRequest} from './review-request.ts'

const published = biomarker
const draft: WholeDocument = {...biomarker, _id: 'drafts.biomarker-her2', summary: 'A protein on some cells.'}
const sign = (document: WholeDocument, change: Partial<Judgement> = {}) =>
  signDocument(document, {...judgement, ...change}, serviceKey)
const first = sign(published)
const second = sign(draft, {id: 'b', signedAt: '2026-11-22T09:00:00Z', validUntil: '2027-11-22T09:00:00Z'})
const approvedDraft = {...draft, approval: {_type: 'reference', _ref: 'signOff.b'}}
const rejected = sign(draft, {id: 'b', outcome: 'rejected', signedAt: '2026-11-22T09:00:00Z'})

const request = (change: object = {}): ReviewRequest =>
  reviewRequest.parse({
    _id: 'reviewRequest.a',
    _type: 'reviewRequest',
    subject: {_ref: 'biomarker-her2'},
    digest: digestOf(draft),
    askedBy: {_ref: 'person-editor'},
    askedAt: '2026-11-21T09:00:00Z',
    state: 'open',
    ...change,
  })

const nothing: StateQuestion = {
  draft: null,
  published: null,
  signOffs: [first],
  reviewRequests: [],
  withdrawals: [],
  trusted,
  now: new Date('2026-11-24T12:00:00Z'),
}
const stateOf = (change: Partial<StateQuestion>) => documentState({...nothing, ...change})
const withdrawal = {
  _type: 'withdrawal',
  subject: {_ref: 'biomarker-her2'},
  withdrawnAt: '2026-11-23T00:00:00Z',
}
const later = (now: string) => ({published, now: new Date(now)})

describe('the state of a document', () => {
  it.each<[string, Partial<StateQuestion>, string, string]>([
    ['a new text is a draft', {draft}, 'draft', 'none'],
    ['a change of a published text is a draft', {draft, published}, 'draft', 'published'],
    [
      'asked for review, it is in review',
      {draft, published, reviewRequests: [request()]},
      'inReview',
      'published',
    ],
    [
      'sent back, it has changes asked',
      {draft, published, reviewRequests: [request({state: 'changesAsked'})]},
      'changesAsked',
      'published',
    ],
    [
      'asked again, it is in review again',
      {
        draft,
        published,
        reviewRequests: [request({askedAt: '2026-11-23T09:00:00Z'}), request({state: 'changesAsked'})],
      },
      'inReview',
      'published',
    ],
    [
      'signed, it is approved',
      {draft: approvedDraft, published, signOffs: [first, second], reviewRequests: [request()]},
      'approved',
      'published',
    ],
    [
      'asked again after it was signed, it is in review',
      {
        draft: approvedDraft,
        published,
        signOffs: [first, second],
        reviewRequests: [request({askedAt: '2026-11-23T09:00:00Z'})],
      },
      'inReview',
      'published',
    ],
    [
      'changed after it was signed, it is a draft',
      {draft: {...approvedDraft, summary: 'Another.'}, published, signOffs: [first, second]},
      'draft',
      'published',
    ],
    [
      'rejected, it stays a draft',
      {draft: approvedDraft, published, signOffs: [first, rejected]},
      'draft',
      'published',
    ],
    [
      'a draft that says nothing new is no work',
      {draft: {...published, _id: 'drafts.biomarker-her2'}, published},
      'published',
      'published',
    ],
    [
      'the same text with a newer approval waits to be published',
      {
        draft: {...approvedDraft, summary: published.summary},
        published,
        signOffs: [first, sign(published, {id: 'b', signedAt: '2026-11-22T09:00:00Z'})],
      },
      'approved',
      'published',
    ],
    [
      'a published text can be in review without a draft',
      {published, reviewRequests: [request({digest: digestOf(published)})]},
      'inReview',
      'published',
    ],
    [
      'changes that were asked of a discarded draft are past',
      {published, reviewRequests: [request({state: 'changesAsked'})]},
      'published',
      'published',
    ],
    ['61 days before its date it is published', later('2027-09-01T12:00:00Z'), 'published', 'published'],
    ['60 days before its date it is due', later('2027-09-02T12:00:00Z'), 'due', 'due'],
    ['on its date it is due', later('2027-11-01T23:00:00Z'), 'due', 'due'],
    ['the day after, it is overdue', later('2027-11-02T00:00:00Z'), 'overdue', 'overdue'],
    [
      'a draft of an overdue text is a draft, and readers have the overdue text',
      {...later('2027-12-01T00:00:00Z'), draft},
      'draft',
      'overdue',
    ],
    [
      'a published text that was changed past its approval is unapproved',
      {published: {...published, summary: 'x'}},
      'unapproved',
      'unapproved',
    ],
    [
      'a published text without approval is unapproved',
      {published, signOffs: []},
      'unapproved',
      'unapproved',
    ],
    [
      'withdrawn, it is withdrawn, also while someone works on it',
      {draft, published, withdrawals: [withdrawal]},
      'withdrawn',
      'none',
    ],
    [
      'signed again and published after a withdrawal, it is back',
      {
        published: {...approvedDraft, _id: 'biomarker-her2'},
        signOffs: [first, sign(draft, {id: 'b', signedAt: '2026-11-24T09:00:00Z'})],
        withdrawals: [withdrawal],
      },
      'published',
      'published',
    ],
    ['archived, it is archived', {published, archived: true}, 'archived', 'published'],
  ])('%s', (_sentence, change, state, live) => {
    expect(stateOf(change)).toMatchObject({state, live})
  })

  it('is none where there is no document', () => {
    expect(stateOf({})).toBeNull()
  })

  it('says when a draft was changed after its review was asked for', () => {
    const reviewRequests = [request()]
    expect(stateOf({draft, reviewRequests})?.changedSinceAsked).toBe(false)
    expect(stateOf({draft: {...draft, summary: 'New.'}, reviewRequests})?.changedSinceAsked).toBe(true)
  })

  it('names the date until which the published text is approved, and the alarm when it was changed', () => {
    expect(stateOf({published})).toMatchObject({reviewBy: judgement.validUntil, alarm: null})
    expect(stateOf({published: {...published, summary: 'x'}})?.alarm?.problem).toBe('changed')
  })
})
