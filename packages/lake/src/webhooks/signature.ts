import {createHmac} from 'node:crypto'

export const signatureHeader = 'sanity-webhook-signature'

/** Sanity's signature over a webhook's body: `t=<ms>,v1=<HMAC-SHA256 of "<t>.<body>", base64url without padding>`. */
export function signBody(options: {body: string; secret: string; timestampMs: number}): string {
  const {body, secret, timestampMs} = options
  const digest = createHmac('sha256', secret).update(`${timestampMs}.${body}`).digest('base64url')
  return `t=${timestampMs},v1=${digest}`
}
