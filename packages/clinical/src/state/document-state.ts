import {approved, type Alarm, type Approval} from '../approval/approved.ts'
import {digestOf} from '../digest/digest.ts'
import {isFields, publishedId, referenceIn, type WholeDocument} from '../document.ts'
import {dueState} from '../review-dates/review-dates.ts'
import type {TrustedKeys} from '../sign-off/keys.ts'
import {withdrawalInForce} from '../withdrawal/withdrawal.ts'
import type {ReviewRequest} from './review-request.ts'

/** All that the state of one document follows from. */
export type StateQuestion = {
  readonly draft: WholeDocument | null
  readonly published: WholeDocument | null
  /** All sign-offs of the subject, as stored. */
  readonly signOffs: readonly unknown[]
  readonly reviewRequests: readonly ReviewRequest[]
  readonly withdrawals: readonly unknown[]
  /** The subject was taken off the site for good, and is kept. */
  readonly archived?: boolean
  readonly trusted: TrustedKeys
  readonly now: Date
}

/** What readers have. `unapproved`: it is published, and the site shows an older wording of it or nothing. */
export type LiveState = 'published' | 'due' | 'overdue' | 'unapproved' | 'none'

export type DocumentState = {
  /** The one word of a badge: where the work stands, or how the published text does when nothing is being changed. */
  readonly state:
    | 'draft'
    | 'inReview'
    | 'changesAsked'
    | 'approved'
    | Exclude<LiveState, 'none'>
    | 'withdrawn'
    | 'archived'
  readonly live: LiveState
  /** Until when the published text is approved. */
  readonly reviewBy: string | null
  /** A review is open, and the draft is no longer what was asked about. */
  readonly changedSinceAsked: boolean
  readonly alarm: Alarm | null
}

/**
 * The state of a document as its editors see it: draft → in review ⇄ changes asked → approved → published → due →
 * overdue; aside withdrawn and archived (content-model.md, “What approved means”). Null when there is no document.
 * Throws ClinicalError `not-canonical` when the draft holds what cannot be digested.
 */
export function documentState(question: StateQuestion): DocumentState | null {
  const subject = question.published ?? question.draft
  if (!subject) return null
  const approval = question.published && approvalOf(question.published, question)
  const isWithdrawn = isWithdrawnNow(question, publishedId(subject._id), approval)
  const live = approval && !isWithdrawn ? liveOf(approval, question.now) : nothing
  const work = workOf(question)
  const working = work?.state ?? (live.live === 'none' ? 'draft' : live.live)
  const state = question.archived ? 'archived' : isWithdrawn ? 'withdrawn' : working
  return {state, ...live, changedSinceAsked: work?.changedSinceAsked ?? false}
}

/** What readers would get of a text, were it not withdrawn. */
function approvalOf(document: WholeDocument, {signOffs, trusted, now}: StateQuestion): Approval {
  const signOff = signOffs.find((one) => idOf(one) === referenceIn(document.approval))
  return approved({document: {...document, _id: publishedId(document._id)}, signOff, trusted, now})
}

const idOf = (stored: unknown) => (isFields(stored) ? stored._id : null)

function isWithdrawnNow(
  {withdrawals, trusted}: StateQuestion,
  id: string,
  approval: Approval | null,
): boolean {
  const signedAt = approval && 'by' in approval ? approval.by.signedAt : null
  return withdrawalInForce(withdrawals, id, signedAt, trusted) !== null
}

type Live = Pick<DocumentState, 'live' | 'reviewBy' | 'alarm'>
const nothing: Live = {live: 'none', reviewBy: null, alarm: null}

function liveOf(approval: Approval, now: Date): Live {
  const alarm = 'alarm' in approval ? approval.alarm : null
  if (!('by' in approval)) return {live: 'unapproved', reviewBy: null, alarm}
  const reviewBy = approval.by.validUntil
  if (alarm) return {live: 'unapproved', reviewBy, alarm}
  const due = dueState(reviewBy, now)
  return {live: due === 'current' ? 'published' : due, reviewBy, alarm}
}

type Work = {state: 'draft' | 'inReview' | 'changesAsked' | 'approved'; changedSinceAsked: boolean}

/** Where the work on a text stands; null when nobody is at work on it. A review may be asked of a published text too. */
function workOf(question: StateQuestion): Work | null {
  const {draft, published} = question
  const text = draft ?? published
  if (!text) return null
  const digest = digestOf(text)
  const isChanged = draft !== null && !(published && isSame(draft, published))
  const request = latestRequest(question.reviewRequests)
  const changedSinceAsked = request?.state === 'open' && request.digest !== digest
  if (isChanged && isApproved(draft, question, request)) return {state: 'approved', changedSinceAsked: false}
  if (request?.state === 'open') return {state: 'inReview', changedSinceAsked}
  if (request?.state === 'changesAsked' && (isChanged || request.digest === digest))
    return {state: 'changesAsked', changedSinceAsked}
  return isChanged ? {state: 'draft', changedSinceAsked} : null
}

/** The same text on the same approval: a draft that says nothing new. */
const isSame = (draft: WholeDocument, published: WholeDocument) =>
  digestOf(draft) === digestOf(published) && referenceIn(draft.approval) === referenceIn(published.approval)

const latestRequest = (requests: readonly ReviewRequest[]): ReviewRequest | undefined =>
  requests.toSorted((a, b) => Date.parse(b.askedAt) - Date.parse(a.askedAt))[0]

/** Whether a draft could be published as it is, by a sign-off that no later request has put in question. */
function isApproved(
  draft: WholeDocument,
  question: StateQuestion,
  request: ReviewRequest | undefined,
): boolean {
  const approval = approvalOf(draft, question)
  if (approval.state !== 'approved') return false
  return request?.state !== 'open' || Date.parse(approval.by.signedAt) >= Date.parse(request.askedAt)
}
