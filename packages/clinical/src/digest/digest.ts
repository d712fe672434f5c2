import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import {ClinicalError} from '../clinical-error.ts'
import type {WholeDocument} from '../document.ts'
import {canonicalForm} from './canonical-form.ts'

/** The name of these rules; part of what is hashed, so that no other rules can give the same digest. */
export const digestFormat = 'lantern-digest/1'

/**
 * RFC 8785 JSON of any value of JSON (https://www.rfc-editor.org/rfc/rfc8785).
 * Throws ClinicalError `not-canonical` on lone surrogates, NaN and Infinity.
 */
export function canonicalJson(value: unknown): string {
  try {
    const json = canonicalize(value)
    if (typeof json === 'string') return json
  } catch (cause) {
    throw new ClinicalError('not-canonical', 'A value has no canonical JSON.', cause)
  }
  throw new ClinicalError('not-canonical', `A ${typeof value} has no canonical JSON.`)
}

/** What a sign-off carries of a document: the canonical JSON of its canonical form, as one string. */
export const snapshotOf = (document: WholeDocument): string => canonicalJson(canonicalForm(document))

/**
 * The digest of a snapshot of a type: `lantern-digest/1:` and 64 hex digits, SHA-256 over the format, the type and the
 * snapshot on lines of their own.
 */
export const digestOfSnapshot = (type: string, snapshot: string): string =>
  `${digestFormat}:${bytesToHex(sha256(utf8ToBytes(`${digestFormat}\n${canonicalJson(type)}\n${snapshot}`)))}`

/**
 * The digest of a whole document, the same for a draft and for what it becomes when published.
 * Rules: content-model.md, “What approved means”. Throws ClinicalError `not-canonical`.
 */
export const digestOf = (document: WholeDocument): string =>
  digestOfSnapshot(document._type, snapshotOf(document))
