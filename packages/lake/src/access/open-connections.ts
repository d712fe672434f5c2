import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'
import type {Tokens} from './tokens.ts'

const checkEveryMs = 500

/** Streams and sockets that stay open: how many, whose, and that none outlives the token that opened it. */
export type OpenConnections = {
  /** Counts one until the returned function is called. Throws a LakeError when there are too many. */
  enter(identity: Identity, cut: () => void): () => void
  count(): number
  close(): void
}

type Held = {identity: Identity; cut: () => void}

export function createOpenConnections(options: {
  tokens: Pick<Tokens, 'isAlive'>
  most: number
  mostPerToken: number
}): OpenConnections {
  const {tokens, most, mostPerToken} = options
  const held = new Set<Held>()
  // Asked anew rather than told: a token may also expire, or be revoked by a command in another process.
  const check = (): void => {
    for (const each of held) {
      if (tokens.isAlive(each.identity)) continue
      held.delete(each)
      each.cut()
    }
  }
  const timer = setInterval(check, checkEveryMs).unref()
  return {
    enter: (identity, cut) => {
      const own = [...held].filter((each) => each.identity.tokenId === identity.tokenId).length
      if (held.size >= most || own >= mostPerToken) {
        const limit = own >= mostPerToken ? mostPerToken : most
        throw new LakeError('tooManyRequests', `There are ${limit} open event streams; close one first`, {
          details: {retryAfterMs: 5000},
        })
      }
      const mine = {identity, cut}
      held.add(mine)
      return () => void held.delete(mine)
    },
    count: () => held.size,
    close: () => clearInterval(timer),
  }
}
