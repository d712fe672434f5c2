import {createHmac, timingSafeEqual} from 'node:crypto'

/** Sanity's signature header: `t=<unix ms>,v1=<base64url HMAC-SHA256 of "<t>.<body>">`. */
const header = /^t=(\d{10,16}),v1=([A-Za-z0-9_-]{43})$/
const windowMs = 300_000

/** Whether a body was signed with the secret no more than five minutes from now; compared in constant time. */
export function isSigned(input: {
  body: string
  signature: string | null
  secret: string
  nowMs: number
}): boolean {
  const match = header.exec(input.signature ?? '')
  const [, timestamp, given] = match ?? []
  if (!input.secret || !input.body || !timestamp || !given) return false
  if (Math.abs(input.nowMs - Number(timestamp)) > windowMs) return false
  const expected = createHmac('sha256', input.secret).update(`${timestamp}.${input.body}`).digest()
  const received = Buffer.from(given, 'base64url')
  return received.length === expected.length && timingSafeEqual(received, expected)
}
