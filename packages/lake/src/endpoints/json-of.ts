import type {Context} from 'hono'
import {LakeError} from '../lake-error.ts'

/** The body of a request as parsed JSON. Throws a LakeError when there is none. */
export async function jsonOf(c: Context): Promise<unknown> {
  try {
    const body: unknown = await c.req.json()
    return body
  } catch (cause) {
    throw new LakeError('invalidRequest', 'The body is not valid JSON', {cause})
  }
}
