import {ClinicalError} from '../clinical-error.ts'

/**
 * A public key of the review service. `retiredAt`: it signs no more, and what it signed before stays good. `revoked`:
 * its private half may be in wrong hands, and since a thief can write any date, nothing that it signed is good.
 * `sample`: the published key of the sample content.
 */
export type PublicKey = {
  readonly id: string
  /** Ed25519, 32 bytes as 64 hex digits. */
  readonly publicKey: string
  readonly retiredAt?: string
  readonly revoked?: boolean
  readonly sample?: boolean
}

/**
 * The keys that a program trusts. They come from its own settings, never from the content lake: whoever can write there
 * could add a key. `trustSample` is true only where `SAMPLE_CONTENT=1` is set.
 */
export type TrustedKeys = {readonly keys: readonly PublicKey[]; readonly trustSample: boolean}

export type KeyProblem = 'unknown-key' | 'revoked-key' | 'retired-key' | 'sample-key'

export type FoundKey = {readonly key: PublicKey} | {readonly problem: KeyProblem}

/** The key that was in force when something was signed, or why there is none. */
export function keyFor(keyId: string, signedAt: string, trusted: TrustedKeys): FoundKey {
  const [key, twin] = trusted.keys.filter(({id}) => id === keyId)
  if (twin) throw new ClinicalError('not-a-key', `Two public keys are called “${keyId}”.`)
  if (!key) return {problem: 'unknown-key'}
  if (key.revoked) return {problem: 'revoked-key'}
  if (key.sample && !trusted.trustSample) return {problem: 'sample-key'}
  if (key.retiredAt && !(Date.parse(signedAt) <= Date.parse(key.retiredAt))) return {problem: 'retired-key'}
  return {key}
}
