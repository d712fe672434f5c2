import type {Context} from 'hono'
import {z} from 'zod'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'

export function requireIdentity(c: Context<LakeEnv>): Identity {
  if (!c.var.identity)
    throw new LakeError('unauthorized', 'Unauthorized', {details: {errorCode: 'SIO-401-ANF'}})
  return c.var.identity
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
  requireIdentity(c)
  const found = (c.req.param('ids') ?? '').split(',').map((id) => {
    const user = ctx.access.users.get(id)
    return user && {id, sanityUserId: id, displayName: user.name, email: user.email, imageUrl: null}
  })
  return found.length === 1 ? c.json(found[0] ?? null) : c.json(found)
}

const pairs = z.array(z.object({key: z.string().min(1).max(200), value: z.unknown()})).max(100)

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
    for (const {key, value} of wanted) upsert.run(userId, key, JSON.stringify(value ?? null))
    return c.json(z.json().parse(wanted))
  }
}
