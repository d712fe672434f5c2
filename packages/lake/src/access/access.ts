import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'
import type {Clock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import type {Limits} from '../http/limits.ts'
import type {Store} from '../store/store.ts'
import {createGrants, type Grants} from './grants.ts'
import {createOpenConnections, type OpenConnections} from './open-connections.ts'
import {createPasswords, type Passwords} from './passwords.ts'
import {createRate, type Rate} from './rate.ts'
import {createTokens, type Tokens} from './tokens.ts'
import {createUsers, type Users} from './users.ts'

/** Who is calling, and what they may see and change. Fails closed: what no grant allows is refused. */
export type Access = Grants & {
  identify(request: Request): Promise<Identity | null>
  mayRead(identity: Identity | null, dataset: string, document: LakeDocument): boolean
  /** History shows what a document was: that needs the right to history and to what it was. */
  mayReadHistory(identity: Identity | null, dataset: string, document: LakeDocument): boolean
  tokens: Tokens
  users: Users
  passwords: Passwords
  open: OpenConnections
  rates: {requests: Rate; anonymous: Rate; writes: Rate; guesses: Rate}
  close(): void
}

export const bearerOf = (authorization: string | null | undefined): string | null =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? null

export function createAccess(options: {
  config: LakeConfig
  store: Store
  clock: Clock
  limits: Limits
}): Access {
  const {config, clock, limits} = options
  const tokens = createTokens(options)
  const grants = createGrants(config)
  const open = createOpenConnections({
    tokens,
    most: limits.eventStreams,
    mostPerToken: limits.eventStreamsPerToken,
  })
  const rate = (perSecond: number, burst = perSecond): Rate => createRate({perSecond, burst, clock})
  return {
    ...grants,
    identify: async (request) => {
      const token = bearerOf(request.headers.get('authorization'))
      return token === null ? null : tokens.identify(token)
    },
    mayRead: (identity, dataset, document) => grants.permits(identity, dataset, document, 'read'),
    mayReadHistory: (identity, dataset, document) =>
      grants.permits(identity, dataset, document, 'read') &&
      grants.permits(identity, dataset, document, 'history'),
    tokens,
    users: createUsers(options),
    passwords: createPasswords(options),
    open,
    rates: {
      requests: rate(limits.requestsPerSecond),
      anonymous: rate(limits.anonymousPerSecond),
      writes: rate(limits.writesPerSecond, limits.writeBurst),
      guesses: rate(limits.guessesPerMinute / 60, limits.guessesPerMinute),
    },
    close: open.close,
  }
}
