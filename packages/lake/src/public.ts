import type {Clock} from './clock.ts'
import type {LakeConfig} from './config.ts'
import type {Store} from './store/store.ts'

/** Releases without which a server that others reach is open to remote code; see README.md. */
const floors: Record<number, readonly [number, number]> = {22: [23, 4], 24: [22, 1], 26: [12, 1]}

/** Why this Node is not fit to be reached from other machines; null when it is. */
export function belowFloor(version: string): string | null {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const floor = floors[major]
  if (!floor) return major > 26 ? null : `Node ${version} gets no security fixes`
  const [least, leastPatch] = floor
  if (minor > least || (minor === least && patch >= leastPatch)) return null
  return `Node ${version} has known holes, closed in ${major}.${least}.${leastPatch}`
}

function hasAdministratorToken(config: LakeConfig, store: Store, now: number): boolean {
  const rows = store.db
    .prepare("SELECT DISTINCT detail FROM tokens WHERE kind = 'robot' AND expires_at > ?")
    .all(now)
  return rows.some(({detail}) => {
    const role = Object.hasOwn(config.roles, String(detail)) ? config.roles[String(detail)] : undefined
    return role?.grants.some(({filter, permissions}) => filter === 'true' && permissions.includes('update'))
  })
}

/** Refuses to be reached from other machines half prepared. Throws an Error that says what is missing. */
export function requireReadyForPublic(options: {
  config: LakeConfig
  store: Store
  clock: Clock
  nodeVersion: string
}): void {
  const {config, store, clock, nodeVersion} = options
  const hole = belowFloor(nodeVersion)
  if (hole) throw new Error(`The lake does not become public: ${hole}.`)
  if (!hasAdministratorToken(config, store, clock.now()))
    throw new Error(
      'The lake does not become public: it has no administrator’s token; make one with `lake token issue`.',
    )
}
