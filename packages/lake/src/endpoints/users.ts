import type {Context} from 'hono'
import {z} from 'zod'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'

/** Who asks. Throws a LakeError for an anonymous caller; the Studio tells an ended session from none by its code. */
export function requireIdentity(c: Context<LakeEnv>): Identity {
  if (c.var.identity) return c.var.identity
  const [errorCode, message] = c.var.isExpired
    ? ['SIO-401-AEX', 'Session expired; log in again']
    : ['SIO-401-ANF', 'Unauthorized']
  throw new LakeError('unauthorized', message, {details: {errorCode}})
}

export const usersMe = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const {identity} = c.var
  if (!identity) return c.json({})
  const user = ctx.access.users.get(identity.userId)
  const title = ctx.config.roles[identity.role]?.title ?? identity.role
  return c.json({
    id: identity.userId,
    name: user?.name ?? identity.userId,
    email: user?.email ?? '',
    role: identity.role,
    roles: [{name: identity.role, title}],
    provider: 'lake',
  })
}

/** One id gives an object, several give an array, as in Sanity. */
export const usersByIds = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const {userId} = requireIdentity(c)
  // A robot learns names, which stand beside changes, and no addresses.
  const isPerson = ctx.access.users.get(userId) !== null
  const found = (c.req.param('ids') ?? '').split(',').map((id) => {
    const user = ctx.access.users.get(id)
    return (
      user && {
        id,
        sanityUserId: id,
        displayName: user.name,
        ...(isPerson ? {email: user.email} : {}),
        imageUrl: null,
      }
    )
  })
  return found.length === 1 ? c.json(found[0] ?? null) : c.json(found)
}

const maxValueLength = 100_000
const pairs = z
  .array(z.object({key: z.string().min(1).max(200), value: z.unknown()}))
  .min(1)
  .max(100)

export const keyValues = (ctx: LakeContext) => {
  const select = ctx.store.db.prepare('SELECT value FROM key_values WHERE user_id = ? AND key = ?')
  return (c: Context<LakeEnv>) => {
    const {userId} = requireIdentity(c)
    const found = (c.req.param('keys') ?? '').split(',').flatMap((key) => {
      const row = z.object({value: z.string()}).optional().parse(select.get(userId, key))
      return row ? [{key, value: z.json().parse(JSON.parse(row.value))}] : []
    })
    return c.json(found)
  }
}

export const setKeyValues = (ctx: LakeContext) => {
  const upsert = ctx.store.db.prepare(
    `INSERT INTO key_values (user_id, key, value) VALUES (?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
  )
  return async (c: Context<LakeEnv>) => {
    const {userId} = requireIdentity(c)
    const wanted = pairs.parse(await c.req.json())
    for (const {key, value} of wanted) {
      const text = JSON.stringify(value ?? null)
      if (text.length > maxValueLength)
        throw new LakeError('tooLarge', `“${key}” holds at most ${maxValueLength} characters`)
      upsert.run(userId, key, text)
    }
    return c.json(z.json().parse(wanted))
  }
}
