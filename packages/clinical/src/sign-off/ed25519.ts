import {getPublicKey, hashes, sign, utils, verify} from '@noble/ed25519'
import {sha512} from '@noble/hashes/sha2.js'
import {bytesToHex, hexToBytes, utf8ToBytes} from '@noble/hashes/utils.js'
import {ClinicalError} from '../clinical-error.ts'

// Not WebCrypto: the lake's publish guard is synchronous, and a Studio opened over plain HTTP has no `crypto.subtle`.
hashes.sha512 = sha512

/** A new Ed25519 key pair (RFC 8032), both halves as 64 hex digits. */
export function newKeyPair(): {secretKey: string; publicKey: string} {
  const secretKey = utils.randomSecretKey()
  return {secretKey: bytesToHex(secretKey), publicKey: bytesToHex(getPublicKey(secretKey))}
}

/** The signature of a text, as 128 hex digits. Throws ClinicalError `not-a-key`. */
export function signText(text: string, secretKey: string): string {
  if (!/^[0-9a-f]{64}$/.test(secretKey))
    throw new ClinicalError('not-a-key', 'A secret key is 64 hex digits.')
  return bytesToHex(sign(utf8ToBytes(text), hexToBytes(secretKey)))
}

/** Whether a key signed a text, by RFC 8032 in its strict reading. A key or signature that is none gives false. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature) || !/^[0-9a-f]{64}$/.test(publicKey)) return false
  return verify(hexToBytes(signature), utf8ToBytes(text), hexToBytes(publicKey), {zip215: false})
}
