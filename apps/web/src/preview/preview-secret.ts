import {z} from 'zod'
import type {Question} from '../content/lake.ts'

/** A secret lets one browser in, within ten minutes; the Studio's own reckoning of an hour is not ours. */
export const secretLifetimeMs = 600_000

/** The Studio writes each secret into a document of its own; its age is reckoned by the backend's clock alone. */
const ageOfSecret = `*[_type == "sanity.previewUrlSecret" && secret == $secret] | order(_updatedAt desc)[0]{
  "ageS": dateTime(now()) - dateTime(_updatedAt)
}`

const answer = z.object({ageS: z.number()}).nullable()

/** Whether the Studio made this secret in the last ten minutes. Throws when the backend gives no usable answer. */
export async function isFreshSecret(
  secret: string,
  ask: (question: Question) => Promise<unknown>,
): Promise<boolean> {
  const found = answer.parse(await ask({query: ageOfSecret, params: {secret}, perspective: 'raw'}))
  return found !== null && found.ageS >= 0 && found.ageS * 1000 <= secretLifetimeMs
}
