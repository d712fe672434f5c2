import {createTokens, type Tokens} from '../access/tokens.ts'
import {systemClock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import type {Store} from '../store/store.ts'

/** The tokens of a store, for these roles, without a running lake. */
export function tokensOf(store: Store, roles: LakeConfig['roles']): Tokens {
  const nothing = {
    directory: '',
    port: 0,
    projectId: '',
    datasets: [],
    allowedOrigins: [],
    users: [],
    webhooks: [],
  }
  return createTokens({config: {...nothing, roles}, store, clock: systemClock})
}
