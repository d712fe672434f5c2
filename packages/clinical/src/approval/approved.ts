import {ClinicalError} from '../clinical-error.ts'
import {withoutOutside} from '../digest/canonical-form.ts'
import {digestOf} from '../digest/digest.ts'
import {restoreDocument, unsignedPart} from '../digest/restore.ts'
import {languageOf, referenceIn, type WholeDocument} from '../document.ts'
import type {TrustedKeys} from '../sign-off/keys.ts'
import type {SignOff} from '../sign-off/sign-off.ts'
import {verifySignOff, type SignOffProblem} from '../sign-off/verify.ts'
import {withdrawalInForce, type Withdrawn} from '../withdrawal/withdrawal.ts'

/** What is asked whether it may be shown. */
export type ApprovalQuestion = {
  /** The whole published document, never a draft or a projection. */
  readonly document: WholeDocument
  /** The document that `document.approval` points to, as stored; null when there is none. */
  readonly signOff: unknown
  /** All documents of type `withdrawal` whose subject is the document. */
  readonly withdrawals?: readonly unknown[]
  readonly trusted: TrustedKeys
  readonly now: Date
}

/**
 * Why a text may not be shown, or why an older one is. `draft`: not a published document. `kind`: a translator cannot
 * sign an original. `expired`: an emergency lapsed. `changed`: the document is no longer what was signed.
 */
export type ApprovalProblem =
  | SignOffProblem
  | 'draft'
  | 'no-approval'
  | 'no-sign-off'
  | 'subject'
  | 'language'
  | 'outcome'
  | 'kind'
  | 'expired'
  | 'changed'

/** For the log, `/healthz` and the Studio; it holds no text of any document. */
export type Alarm = {
  readonly subject: string
  readonly type: string
  readonly problem: ApprovalProblem
  /** The id of the sign-off that the document points to. */
  readonly signOff: string | null
}

/** By whom and when a text was approved; `sample`: by the sample key, not by a clinician. */
export type ApprovedBy = Pick<SignOff, 'kind' | 'reviewers' | 'signedAt' | 'validUntil' | 'digest'> & {
  readonly sample: boolean
}

export type Approval =
  | {readonly state: 'approved'; readonly document: WholeDocument; readonly by: ApprovedBy}
  | {
      readonly state: 'snapshot'
      readonly document: WholeDocument
      readonly by: ApprovedBy
      readonly alarm: Alarm
    }
  | {readonly state: 'withdrawn'; readonly withdrawn: Withdrawn}
  | {readonly state: 'none'; readonly alarm: Alarm}

/**
 * The one door through which a document's text reaches a reader: as it is when its digest is the one that was signed;
 * else what was signed, with an alarm; nothing when there is no valid approval. Rules: content-model.md, “What
 * approved means”. Throws only on keys that contradict each other (ClinicalError `not-a-key`).
 */
export function approved(question: ApprovalQuestion): Approval {
  const {document, trusted, now} = question
  const found = validSignOff(question)
  const signedAt = 'problem' in found ? null : found.signOff.signedAt
  const withdrawn = withdrawalInForce(question.withdrawals ?? [], document._id, signedAt, trusted)
  if (withdrawn) return {state: 'withdrawn', withdrawn}
  if ('problem' in found) return {state: 'none', alarm: alarmOf(document, found.problem)}
  const {signOff} = found
  if (signOff.kind === 'emergency' && now.getTime() >= Date.parse(signOff.validUntil))
    return {state: 'none', alarm: alarmOf(document, 'expired')}
  const by = approvedBy(signOff, found.sample)
  if (digestOrNull(document) === signOff.digest) return {state: 'approved', document: asItIs(document), by}
  const alarm = alarmOf(document, 'changed')
  return {state: 'snapshot', document: restoreDocument(signOff.snapshot, document), by, alarm}
}

/** All that was signed, and of the rest only what has the shape of an id, a date or an address. */
const asItIs = (document: WholeDocument): WholeDocument => ({
  ...withoutOutside(document),
  ...unsignedPart(document),
  _id: document._id,
  _type: document._type,
})

type Valid = {signOff: SignOff; sample: boolean} | {problem: ApprovalProblem}

function validSignOff({document, signOff, trusted}: ApprovalQuestion): Valid {
  if (/^(?:drafts|versions)\./.test(document._id)) return {problem: 'draft'}
  const pointsTo = referenceIn(document.approval)
  if (pointsTo === null) return {problem: 'no-approval'}
  if (signOff === null || signOff === undefined) return {problem: 'no-sign-off'}
  const verified = verifySignOff(signOff, trusted)
  if (verified.state === 'refused') return {problem: verified.problem}
  if (verified.signOff._id !== pointsTo) return {problem: 'no-sign-off'}
  const problem = misfit(document, verified.signOff)
  return problem ? {problem} : {signOff: verified.signOff, sample: verified.sample}
}

function misfit(document: WholeDocument, signOff: SignOff): ApprovalProblem | null {
  if (signOff.subject._ref !== document._id || signOff.subjectType !== document._type) return 'subject'
  if (signOff.language !== languageOf(document)) return 'language'
  if (signOff.outcome !== 'approved') return 'outcome'
  return signOff.kind === 'translation' && !isTranslation(document, signOff) ? 'kind' : null
}

/** Asked of what was signed: the document may say something else by now. */
const isTranslation = (document: WholeDocument, {snapshot}: SignOff) =>
  referenceIn(restoreDocument(snapshot, document).translationOf) !== null

/** A document that cannot be digested is not what was signed. */
function digestOrNull(document: WholeDocument): string | null {
  try {
    return digestOf(document)
  } catch (error) {
    if (error instanceof ClinicalError && error.code === 'not-canonical') return null
    throw error
  }
}

const alarmOf = (document: WholeDocument, problem: ApprovalProblem): Alarm => ({
  subject: document._id,
  type: document._type,
  problem,
  signOff: referenceIn(document.approval),
})

const approvedBy = (
  {kind, reviewers, signedAt, validUntil, digest}: SignOff,
  sample: boolean,
): ApprovedBy => ({
  kind,
  reviewers,
  signedAt,
  validUntil,
  digest,
  sample,
})
