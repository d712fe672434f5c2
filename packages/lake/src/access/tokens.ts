import {createHash, randomBytes} from 'node:crypto'
import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import type {Store} from '../store/store.ts'
import type {Identity} from '../identity.ts'

const minuteMs = 60_000
const lifetimeMs = {login: 15 * minuteMs, session: 12 * 60 * minuteMs, robot: 90 * 24 * 60 * minuteMs}

const tokenRow = z.object({
  kind: z.enum(['login', 'session', 'robot']),
  user_id: z.string().nullable(),
  label: z.string(),
  expires_at: z.number(),
  detail: z.string().nullable(),
})

export type Tokens = {
  identify(token: string): Identity | null
  expiry(token: string): string | null
  /** A robot's token, 90 days. Throws for a role that the configuration does not know. */
  issueToken(label: string, role: string): string
  /** A code for one login within 15 minutes. Throws for an unknown user. */
  issueLoginCode(userId: string): string
  isLoginCode(code: string): boolean
  /** Uses the code up and answers with a session token of 12 hours; null when it is used, expired or made up. */
  redeem(code: string): string | null
  revoke(token: string): void
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')
const random = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`
const robotId = (label: string): string => `robot-${label.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

/** Tokens are 32 random bytes behind their role's name; the database holds only their SHA-256. */
export function createTokens(options: {config: LakeConfig; store: Store; clock: Clock}): Tokens {
  const {config, clock} = options
  const {db} = options.store
  const insert = db.prepare(
    `INSERT INTO tokens (hash, kind, user_id, label, created_at, expires_at, detail) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const select = db.prepare(
    'SELECT kind, user_id, label, expires_at, detail FROM tokens WHERE hash = ? AND expires_at > ?',
  )
  const take = db.prepare(
    `DELETE FROM tokens WHERE hash = ? AND kind = 'login' AND expires_at > ? RETURNING user_id`,
  )
  const remove = db.prepare('DELETE FROM tokens WHERE hash = ?')
  const roleOfUser = db.prepare('SELECT role FROM users WHERE id = ?')

  const find = (token: string) => tokenRow.nullable().parse(select.get(digest(token), clock.now()) ?? null)
  const issue = (
    kind: keyof typeof lifetimeMs,
    token: string,
    owner: {userId?: string; label: string; role?: string},
  ) => {
    const now = clock.now()
    db.prepare('DELETE FROM tokens WHERE expires_at <= ?').run(now)
    insert.run(
      digest(token),
      kind,
      owner.userId ?? null,
      owner.label,
      now,
      now + lifetimeMs[kind],
      owner.role ?? null,
    )
    return token
  }
  const roleOf = (userId: string): string | null =>
    z.object({role: z.string()}).optional().parse(roleOfUser.get(userId))?.role || null

  return {
    identify: (token) => {
      const row = find(token)
      if (!row || row.kind === 'login') return null
      if (row.user_id === null) return {userId: robotId(row.label), role: row.detail ?? ''}
      const role = roleOf(row.user_id)
      return role ? {userId: row.user_id, role} : null
    },
    expiry: (token) => {
      const row = find(token)
      return row ? new Date(row.expires_at).toISOString() : null
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
      const row = z
        .object({user_id: z.string()})
        .optional()
        .parse(take.get(digest(code), clock.now()))
      const role = row ? roleOf(row.user_id) : null
      return row && role
        ? issue('session', random(`${role}-`), {userId: row.user_id, label: 'session'})
        : null
    },
    revoke: (token) => void remove.run(digest(token)),
  }
}
