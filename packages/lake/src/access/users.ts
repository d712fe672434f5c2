import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import type {Store} from '../store/store.ts'

const userRow = z.object({id: z.string(), name: z.string(), email: z.string(), role: z.string()})
export type User = z.infer<typeof userRow>

export type Users = {
  get(id: string): User | null
  /** The id of whoever has this id or this email address; what was given when nobody has. */
  idOf(nameOrEmail: string): string
  all(): User[]
  /** Adds a person, or changes one; kept from start to start. Throws for a role that the configuration does not know. */
  put(user: User): void
  /** Takes role, password and tokens away; the name stays on old changes. False when there is nobody of that id. */
  remove(id: string): boolean
}

const userId = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}$/, 'letters, digits, . _ -')

/**
 * People come from the configuration at each start, and from `put`; one who left the configuration keeps the name on
 * old changes, but no role.
 */
export function createUsers(options: {
  config: Pick<LakeConfig, 'roles' | 'users'>
  store: Store
  clock: Clock
}): Users {
  const {config, store, clock} = options
  const {db} = store
  const upsert = db.prepare(
    `INSERT INTO users (id, name, email, role, created_at, kept_by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, role = excluded.role,
       kept_by = excluded.kept_by`,
  )
  const now = (): string => new Date(clock.now()).toISOString()
  db.exec(`UPDATE users SET role = '' WHERE kept_by = 'configuration'`)
  for (const {id, name, email, role} of config.users)
    upsert.run(id, name, email, role, now(), 'configuration')
  const one = db.prepare('SELECT id, name, email, role FROM users WHERE id = ?')
  const byEmail = db.prepare(
    'SELECT id FROM users WHERE id = ? OR lower(email) = lower(?) ORDER BY id LIMIT 1',
  )
  const every = db.prepare('SELECT id, name, email, role FROM users ORDER BY id')
  const dismiss = db.prepare(`UPDATE users SET role = '' WHERE id = ?`)
  return {
    get: (id) => userRow.nullable().parse(one.get(id) ?? null),
    idOf: (given) => {
      const found = byEmail.get(given, given)
      return found ? String(found['id']) : given
    },
    all: () => z.array(userRow).parse(every.all()),
    put: ({id, name, email, role}) => {
      if (!Object.hasOwn(config.roles, role)) throw new Error(`No user of the unknown role "${role}"`)
      upsert.run(userId.parse(id), name, email, role, now(), 'account')
    },
    remove: (id) => {
      db.prepare('DELETE FROM passwords WHERE user_id = ?').run(id)
      db.prepare('DELETE FROM tokens WHERE user_id = ?').run(id)
      return dismiss.run(id).changes > 0
    },
  }
}
