import {createHmac, timingSafeEqual} from 'node:crypto'

/** As long as a session of the Studio. */
export const passLifetimeMs = 12 * 3_600_000

const form = /^(\d{13})\.([A-Za-z0-9_-]{43})$/

/**
 * What a browser in preview holds: an end, signed with a key that only a running site knows. The framework's own value
 * is a constant of the build and good for ever, for whoever has a copy of the build; it never leaves the server.
 */
export function issuePass(siteSecret: string, nowMs: number): string {
  const end = String(nowMs + passLifetimeMs)
  return `${end}.${signatureOf(end, siteSecret).toString('base64url')}`
}

/** Whether a pass was issued with this secret and has not ended; compared in constant time. */
export function isPass(pass: string, siteSecret: string, nowMs: number): boolean {
  const [, end, signature] = form.exec(pass) ?? []
  if (!siteSecret || !end || !signature || Number(end) <= nowMs) return false
  const given = Buffer.from(signature, 'base64url')
  const expected = signatureOf(end, siteSecret)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function signatureOf(end: string, siteSecret: string): Buffer {
  return createHmac('sha256', siteSecret).update(`preview until ${end}`).digest()
}
