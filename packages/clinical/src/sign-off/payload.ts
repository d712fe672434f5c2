import {canonicalJson} from '../digest/digest.ts'
import type {SignOff} from './sign-off.ts'

/**
 * The text that is signed: the format on a line of its own, so that no other kind of signed text can be taken for a
 * sign-off, and then every field but the snapshot, for which its digest stands, and the signature.
 */
export function payloadOf({signature: _signature, snapshot: _snapshot, ...fields}: SignOff): string {
  return `${fields.format}\n${canonicalJson(fields)}`
}
