import type {HttpBindings} from '@hono/node-server'
import type {Identity} from './identity.ts'

/** What every handler finds on its Hono context. */
export type LakeEnv = {
  Bindings: HttpBindings
  Variables: {
    /** `null` is an anonymous caller. */
    identity: Identity | null
    /** The token was good once: the caller is asked to log in again. */
    isExpired: boolean
    /** `1`, `X` or a date, as it stood in the path; `X` when the path had none. */
    apiVersion: string
    /** For handlers that write to the socket themselves (event streams). */
    corsHeaders: Record<string, string>
  }
}
