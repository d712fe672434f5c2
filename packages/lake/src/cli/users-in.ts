import {z} from 'zod'
import type {LakeConfig} from '../config.ts'
import {openStore} from '../store/store.ts'

const administrator = {
  id: 'administrator',
  name: 'Administrator',
  email: 'administrator@localhost',
  role: 'administrator',
}
const person = z.object({id: z.string(), name: z.string(), email: z.string(), role: z.string().min(1)})

/** Who was added with `lake user`; a lake without anybody gets one administrator. */
export function usersIn(directory: string): LakeConfig['users'] {
  const store = openStore({directory})
  try {
    const rows = store.db
      .prepare("SELECT id, name, email, role FROM users WHERE role <> '' ORDER BY id")
      .all()
    return rows.length > 0 ? z.array(person).parse(rows) : [administrator]
  } finally {
    store.close()
  }
}
