import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'
import type {WriteRules} from '../transact/types.ts'
import type {Clock} from '../clock.ts'
import type {LakeConfig, Permission} from '../config.ts'
import type {Store} from '../store/store.ts'
import {createGrants} from './grants.ts'
import {createTokens, type Tokens} from './tokens.ts'
import {createUsers, type Users} from './users.ts'

/** Who is calling, and what they may see and change. Fails closed: what no grant allows is refused. */
export type Access = {
  identify(request: Request): Promise<Identity | null>
  permits(identity: Identity | null, dataset: string, document: LakeDocument, permission: Permission): boolean
  mayRead(identity: Identity | null, dataset: string, document: LakeDocument): boolean
  /** GROQ filters of which one must hold; `['true']` sees everything, `[]` nothing. */
  readFilters(identity: Identity | null, dataset: string): string[]
  permit: WriteRules['permit']
  tokens: Tokens
  users: Users
}

export function createAccess(options: {config: LakeConfig; store: Store; clock: Clock}): Access {
  const users = createUsers(options)
  const tokens = createTokens(options)
  const {permits, readFilters, permit} = createGrants(options.config)
  return {
    identify: async (request) => {
      const [, token] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
      return token ? tokens.identify(token) : null
    },
    permits,
    mayRead: (identity, dataset, document) => permits(identity, dataset, document, 'read'),
    readFilters,
    permit,
    tokens,
    users,
  }
}
