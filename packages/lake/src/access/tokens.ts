import {createHash, randomBytes} from 'node:crypto'
import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import type {Store} from '../store/store.ts'
import type {Identity} from '../identity.ts'

const minuteMs = 60_000
const lifetimeMs = {login: 15 * minuteMs, session: 12 * 60 * minuteMs, robot: 90 * 24 * 60 * minuteMs}
const idleMs = 60 * minuteMs
/** An expired token is remembered for a day, so that the Studio can be told “log in again” rather than “unknown”. */
const rememberedMs = 24 * 60 * minuteMs

const tokenRow = z.object({
  kind: z.enum(['login', 'session', 'robot']),
  user_id: z.string().nullable(),
  label: z.string(),
  created_at: z.number(),
  expires_at: z.number(),
  last_used_at: z.number().nullable(),
  detail: z.string().nullable(),
})
type TokenRow = z.infer<typeof tokenRow>

export type Token = {
  /** First characters of the digest; enough to name it, useless to use it. */
  id: string
  kind: TokenRow['kind']
  label: string
  userId: string | null
  expiresAt: string
  lastUsedAt: string | null
}

export type Tokens = {
  identify(token: string): Identity | null
  /** Whether what this token began may go on: it is known, fresh, and its owner has the role that it had. */
  isAlive(identity: Identity): boolean
  isExpired(token: string): boolean
  expiry(token: string): string | null
  /** A robot's token, 90 days. Throws for a role that the configuration does not know. */
  issueToken(label: string, role: string): string
  /** A code for one login within 15 minutes. Throws for an unknown user. */
  issueLoginCode(userId: string): string
  isLoginCode(code: string): boolean
  /** Uses the code up and answers with a session token of 12 hours; null when it is used, expired or made up. */
  redeem(code: string): string | null
  revoke(token: string): void
  /** Revokes by the `id` that `list` shows; false when no token, or more than one, has it. */
  revokeById(id: string): boolean
  list(): Token[]
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')
const random = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`
const robotId = (label: string): string => `robot-${label.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
const columns = 'kind, user_id, label, created_at, expires_at, last_used_at, detail'

/** Tokens are 32 random bytes behind their role's name; the database holds only their SHA-256. */
export function createTokens(options: {
  config: Pick<LakeConfig, 'roles'>
  store: Store
  clock: Clock
}): Tokens {
  const {config, clock} = options
  const {db} = options.store
  const insert = db.prepare(
    `INSERT INTO tokens (hash, kind, user_id, label, created_at, expires_at, detail) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const select = db.prepare(`SELECT ${columns} FROM tokens WHERE hash = ?`)
  const take = db.prepare(
    `DELETE FROM tokens WHERE hash = ? AND kind = 'login' AND expires_at > ? RETURNING user_id`,
  )
  const touch = db.prepare('UPDATE tokens SET last_used_at = ? WHERE hash = ?')
  const roleOfUser = db.prepare('SELECT role FROM users WHERE id = ?')

  const row = (hash: string): TokenRow | null => tokenRow.nullable().parse(select.get(hash) ?? null)
  const isFresh = ({kind, created_at, expires_at, last_used_at}: TokenRow): boolean => {
    const now = clock.now()
    return expires_at > now && (kind !== 'session' || now - (last_used_at ?? created_at) < idleMs)
  }
  const find = (token: string): TokenRow | null => {
    const found = row(digest(token))
    return found && isFresh(found) ? found : null
  }
  const issue = (
    kind: keyof typeof lifetimeMs,
    token: string,
    owner: {userId?: string; label: string; role?: string},
  ) => {
    const now = clock.now()
    db.prepare('DELETE FROM tokens WHERE expires_at <= ?').run(now - rememberedMs)
    const {userId = null, label, role = null} = owner
    insert.run(digest(token), kind, userId, label, now, now + lifetimeMs[kind], role)
    return token
  }
  const roleOf = (userId: string): string | null =>
    z.object({role: z.string()}).optional().parse(roleOfUser.get(userId))?.role || null
  const ownerOf = (found: TokenRow): Identity | null => {
    if (found.kind === 'login') return null
    const userId = found.user_id ?? robotId(found.label)
    const role = found.user_id === null ? found.detail : roleOf(found.user_id)
    return role ? {userId, role} : null
  }

  return {
    identify: (token) => {
      const found = find(token)
      const owner = found && ownerOf(found)
      if (!owner) return null
      const tokenId = digest(token)
      // At most one write a minute: a use is noted for the idle limit, not for the record.
      if (clock.now() - (found.last_used_at ?? 0) >= minuteMs) touch.run(clock.now(), tokenId)
      return {...owner, tokenId}
    },
    isAlive: ({tokenId, userId, role}) => {
      if (tokenId === undefined) return true
      const found = row(tokenId)
      const owner = found && isFresh(found) ? ownerOf(found) : null
      return owner?.userId === userId && owner.role === role
    },
    isExpired: (token) => {
      const found = row(digest(token))
      return found !== null && !isFresh(found)
    },
    expiry: (token) => {
      const found = find(token)
      return found ? new Date(found.expires_at).toISOString() : null
    },
    issueToken: (label, role) => {
      if (!Object.hasOwn(config.roles, role)) throw new Error(`No token for the unknown role "${role}"`)
      return issue('robot', random(`${role}-`), {label, role})
    },
    issueLoginCode: (userId) => {
      if (!roleOf(userId)) throw new Error(`No login for the unknown user "${userId}"`)
      return issue('login', random(), {userId, label: 'login'})
    },
    isLoginCode: (code) => find(code)?.kind === 'login',
    redeem: (code) => {
      const owner = z
        .object({user_id: z.string()})
        .optional()
        .parse(take.get(digest(code), clock.now()))
      const role = owner ? roleOf(owner.user_id) : null
      return owner && role
        ? issue('session', random(`${role}-`), {userId: owner.user_id, label: 'session'})
        : null
    },
    revoke: (token) => void db.prepare('DELETE FROM tokens WHERE hash = ?').run(digest(token)),
    revokeById: (id) => {
      if (!/^[0-9a-f]{12,64}$/.test(id)) return false
      const found = db.prepare('SELECT hash FROM tokens WHERE substr(hash, 1, ?) = ?').all(id.length, id)
      if (found.length !== 1) return false
      db.prepare('DELETE FROM tokens WHERE hash = ?').run(String(found[0]?.['hash']))
      return true
    },
    list: () =>
      db.prepare(`SELECT hash, ${columns} FROM tokens ORDER BY created_at, hash`).all().map(tokenOf),
  }
}

function tokenOf(stored: Record<string, unknown>): Token {
  const {kind, label, user_id, expires_at, last_used_at} = tokenRow.parse(stored)
  return {
    id: String(stored['hash']).slice(0, 12),
    kind,
    label,
    userId: user_id,
    expiresAt: new Date(expires_at).toISOString(),
    lastUsedAt: last_used_at === null ? null : new Date(last_used_at).toISOString(),
  }
}
