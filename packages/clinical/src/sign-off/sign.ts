import {ClinicalError} from '../clinical-error.ts'
import {digestOfSnapshot, snapshotOf} from '../digest/digest.ts'
import {languageOf, publishedId, type WholeDocument} from '../document.ts'
import {signText} from './ed25519.ts'
import {payloadOf} from './payload.ts'
import {signOff, type SignOff} from './sign-off.ts'

/** What a reviewer decides; the rest of a sign-off follows from the document. */
export type Judgement = {
  /** The part of the sign-off's id after `signOff.`. */
  readonly id: string
  readonly kind: SignOff['kind']
  readonly outcome: SignOff['outcome']
  readonly reviewers: readonly {personId: string; name: string; credentials?: string}[]
  /** When the service read the document that it signs: what is written later was not seen. */
  readonly signedAt: string
  readonly validUntil: string
}

/** The private key of the review service and the id of its public half. */
export type SigningKey = {readonly id: string; readonly secretKey: string}

/**
 * The sign-off of a document as it stands; `storedSignOff` gives the form to store. Only the review service has a key to call this with; it
 * has checked before who the reviewers are and that none of them wrote the change.
 * Throws ClinicalError `not-signable` when the sign-off would be refused, `not-canonical` and `not-a-key`.
 */
export function signDocument(document: WholeDocument, judgement: Judgement, key: SigningKey): SignOff {
  const unsigned = unsignedOf(document, judgement, key.id)
  const checked = signOff.safeParse({...unsigned, signature: '0'.repeat(128)})
  if (!checked.success)
    throw new ClinicalError('not-signable', 'This sign-off would not hold.', checked.error)
  return {...checked.data, signature: signText(payloadOf(checked.data), key.secretKey)}
}

function unsignedOf(document: WholeDocument, judgement: Judgement, keyId: string) {
  const {id, reviewers, ...rest} = judgement
  const snapshot = snapshotOf(document)
  return {
    ...rest,
    _id: `signOff.${id}`,
    _type: 'signOff',
    format: 'lantern-sign-off/1',
    subject: {_ref: publishedId(document._id)},
    subjectType: document._type,
    language: languageOf(document),
    reviewers: reviewers.map(({personId, ...named}) => ({person: {_ref: personId}, ...named})),
    digest: digestOfSnapshot(document._type, snapshot),
    snapshot,
    keyId,
  }
}
