import {digestOfSnapshot} from '../digest/digest.ts'
import {isSignedBy} from './ed25519.ts'
import {keyFor, type KeyProblem, type TrustedKeys} from './keys.ts'
import {payloadOf} from './payload.ts'
import {signOff, type SignOff} from './sign-off.ts'

/** Why a sign-off proves nothing. `digest`: its snapshot is not the text that was signed. */
export type SignOffProblem = 'malformed' | KeyProblem | 'signature' | 'digest'

/** `sample` is true when the sample key signed, not a clinician. */
export type Verification =
  | {readonly state: 'genuine'; readonly signOff: SignOff; readonly sample: boolean}
  | {readonly state: 'refused'; readonly problem: SignOffProblem}

/**
 * Whether a stored sign-off was issued by the review service, and its snapshot is what was signed. Says nothing of
 * what it is a sign-off for, nor of its outcome: that is asked by `approved`.
 * Throws ClinicalError `not-a-key` when two trusted keys share an id.
 */
export function verifySignOff(stored: unknown, trusted: TrustedKeys): Verification {
  const parsed = signOff.safeParse(stored)
  if (!parsed.success) return {state: 'refused', problem: 'malformed'}
  const found = keyFor(parsed.data.keyId, parsed.data.signedAt, trusted)
  if ('problem' in found) return {state: 'refused', problem: found.problem}
  const {signature, subjectType, snapshot, digest} = parsed.data
  if (!isSignedBy(payloadOf(parsed.data), signature, found.key.publicKey))
    return {state: 'refused', problem: 'signature'}
  if (digestOfSnapshot(subjectType, snapshot) !== digest) return {state: 'refused', problem: 'digest'}
  return {state: 'genuine', signOff: parsed.data, sample: found.key.sample === true}
}
