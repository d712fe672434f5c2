export {ClinicalError} from './clinical-error.ts'
export {publishedId, type WholeDocument} from './document.ts'
export {canonicalForm} from './digest/canonical-form.ts'
export {canonicalJson, digestFormat, digestOf, digestOfSnapshot, snapshotOf} from './digest/digest.ts'
export {newKeyPair} from './sign-off/ed25519.ts'
export type {KeyProblem, PublicKey, TrustedKeys} from './sign-off/keys.ts'
export {signDocument, type Judgement, type SigningKey} from './sign-off/sign.ts'
export {emergencyDays, signOff, type SignOff, type SignOffKind} from './sign-off/sign-off.ts'
export {storedSignOff} from './sign-off/stored.ts'
export {verifySignOff, type SignOffProblem, type Verification} from './sign-off/verify.ts'
export {signWithdrawal, type SignedWithdrawal, type Withdrawn} from './withdrawal/withdrawal.ts'
export {
  approved,
  type Alarm,
  type Approval,
  type ApprovalProblem,
  type ApprovalQuestion,
  type ApprovedBy,
} from './approval/approved.ts'
export {
  addMonths,
  daysUntil,
  dueDaysAhead,
  dueListOf,
  dueLists,
  dueState,
  isSignedType,
  pageReviewedAt,
  reviewIntervalMonths,
  validUntilOf,
  type Due,
  type DueList,
  type SignedType,
} from './review-dates/review-dates.ts'
export {
  documentState,
  type DocumentState,
  type LiveState,
  type StateQuestion,
} from './state/document-state.ts'
export {reviewRequest, type ReviewRequest} from './state/review-request.ts'
export {namePattern, withoutNames, type Language} from './reading-grade/names.ts'
export {
  countsOf,
  fernandezHuerta,
  fleschKincaid,
  gradedWords,
  readingGrade,
  readingReport,
  smogGrade,
  type Counts,
  type ReadingReport,
  type Section,
  type SectionGrade,
} from './reading-grade/reading-grade.ts'
export {sentenceRuns, sentencesOf, wordsOf, type Run} from './reading-grade/words.ts'
export {alternativeTextAdvice, alternativeTextProblem} from './checks/alternative-text.ts'
export {checkWriting, type WritingKnowledge} from './checks/check-writing.ts'
export {sayFinding, severityOf, type Finding, type Rule} from './checks/finding.ts'
export {sectionsOf} from './checks/grades.ts'
export {isVagueLinkText} from './checks/link-text.ts'
export {piecesOf, type Mark, type Path, type Piece, type Step} from './checks/pieces.ts'
export type {KnownSource, KnownSources} from './checks/sources.ts'
export type {Brand, Term} from './checks/terms.ts'
export {changesBetween, type Change, type ChangePath, type Part} from './changes/changes.ts'
export {sayChange, type Names} from './changes/say-change.ts'
export {
  fitOf,
  fittingOptions,
  type BiomarkerResults,
  type BiomarkerRule,
  type Fit,
} from './biomarker-matching/biomarker-matching.ts'
export {authorsSince, lastReview, maySign, type Authors, type LoggedTransaction} from './authors/authors.ts'
