import {createUsers, type Users} from '../access/users.ts'
import {systemClock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import {openStore, type Store} from '../store/store.ts'
import {standardRoles} from './roles.ts'

const administrator = {
  id: 'administrator',
  name: 'Administrator',
  email: 'administrator@localhost',
  role: 'administrator',
}

/** The accounts of a store, without a running lake. */
export const usersOf = (store: Store): Users =>
  createUsers({config: {roles: standardRoles, users: []}, store, clock: systemClock})

/** Whom a lake that runs alone is told of at its start: accounts are kept; without one there is an administrator. */
export function startingUsers(directory: string): LakeConfig['users'] {
  const store = openStore({directory})
  try {
    return usersOf(store)
      .all()
      .some(({role}) => role !== '')
      ? []
      : [administrator]
  } finally {
    store.close()
  }
}
