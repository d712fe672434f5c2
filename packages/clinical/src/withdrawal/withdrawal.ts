import {z} from 'zod'
import {canonicalJson} from '../digest/digest.ts'
import {publishedId, referenceIn, isFields} from '../document.ts'
import {isSignedBy, signText} from '../sign-off/ed25519.ts'
import {keyFor, type TrustedKeys} from '../sign-off/keys.ts'
import type {SigningKey} from '../sign-off/sign.ts'

const reference = z.object({_ref: z.string().min(1).transform(publishedId)})

/** A withdrawal whose words may be shown (type `withdrawal`, private). */
const signedWithdrawal = z.object({
  _id: z.string().regex(/^withdrawal\.[A-Za-z0-9_-]+$/),
  _type: z.literal('withdrawal'),
  format: z.literal('lantern-withdrawal/1'),
  subject: reference,
  reason: z.string().min(1),
  replacement: reference.optional(),
  by: reference,
  withdrawnAt: z.iso.datetime(),
  keyId: z.string().min(1),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})

export type SignedWithdrawal = z.infer<typeof signedWithdrawal>

/** What a page says of a withdrawn subject: when, and only in signed words why and what to read instead. */
export type Withdrawn = {
  readonly withdrawnAt: string | null
  readonly reason: string | null
  readonly replacement: string | null
}

/** Signs the words of a withdrawal. Throws ClinicalError `not-a-key`. */
export function signWithdrawal(
  unsigned: Omit<SignedWithdrawal, 'signature' | 'keyId'>,
  key: SigningKey,
): SignedWithdrawal {
  const fields = {...unsigned, keyId: key.id}
  return {...fields, signature: signText(payloadOf(fields), key.secretKey)}
}

/**
 * The withdrawal of a subject that is in force, or null. Whoever can write a withdrawal hides a text, and no signature
 * is asked for that: to hide is the safe side, and a withdrawal must work while the review service does not. But its
 * words are given only when signed. A sign-off that is given later than the withdrawal ends it.
 */
export function withdrawalInForce(
  stored: readonly unknown[],
  subject: string,
  signedAt: string | null,
  trusted: TrustedKeys,
): Withdrawn | null {
  const [latest] = stored
    .filter((one) => isFields(one) && one._type === 'withdrawal' && referenceIn(one.subject) === subject)
    .map((one) => withdrawnBy(one, trusted))
    .filter(({withdrawnAt}) => !isBefore(withdrawnAt, signedAt))
    .sort((a, b) => (b.withdrawnAt ?? '').localeCompare(a.withdrawnAt ?? ''))
  return latest ?? null
}

function withdrawnBy(stored: unknown, trusted: TrustedKeys): Withdrawn {
  const parsed = signedWithdrawal.safeParse(stored)
  if (parsed.success && isGenuine(parsed.data, trusted)) {
    const {withdrawnAt, reason, replacement} = parsed.data
    return {withdrawnAt, reason, replacement: replacement?._ref ?? null}
  }
  const at = isFields(stored) && typeof stored.withdrawnAt === 'string' ? stored.withdrawnAt : null
  return {withdrawnAt: at, reason: null, replacement: null}
}

function isGenuine(withdrawal: SignedWithdrawal, trusted: TrustedKeys): boolean {
  const found = keyFor(withdrawal.keyId, withdrawal.withdrawnAt, trusted)
  return 'key' in found && isSignedBy(payloadOf(withdrawal), withdrawal.signature, found.key.publicKey)
}

function payloadOf(withdrawal: Omit<SignedWithdrawal, 'signature'>): string {
  const {signature: _signature, ...fields} = {signature: '', ...withdrawal}
  return `${withdrawal.format}\n${canonicalJson(fields)}`
}

/** A date that is none is before no other. */
const isBefore = (withdrawnAt: string | null, signedAt: string | null) =>
  withdrawnAt !== null && signedAt !== null && Date.parse(withdrawnAt) < Date.parse(signedAt)
