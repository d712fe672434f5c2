import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import type {Store} from '../store/store.ts'

const userRow = z.object({id: z.string(), name: z.string(), email: z.string(), role: z.string()})
export type User = z.infer<typeof userRow>

export type Users = {
  get(id: string): User | null
  all(): User[]
}

/** People come from the configuration at each start; one who left it keeps the name on old changes, but no role. */
export function createUsers(options: {config: LakeConfig; store: Store; clock: Clock}): Users {
  const {config, store, clock} = options
  const upsert = store.db.prepare(
    `INSERT INTO users (id, name, email, role, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, role = excluded.role`,
  )
  const now = new Date(clock.now()).toISOString()
  store.db.exec(`UPDATE users SET role = ''`)
  for (const user of config.users) upsert.run(user.id, user.name, user.email, user.role, now)
  const one = store.db.prepare('SELECT id, name, email, role FROM users WHERE id = ?')
  const every = store.db.prepare('SELECT id, name, email, role FROM users ORDER BY id')
  return {
    get: (id) => userRow.nullable().parse(one.get(id) ?? null),
    all: () => z.array(userRow).parse(every.all()),
  }
}
