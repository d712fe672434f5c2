import {systemClock} from '../clock.ts'
import type {Store} from '../store/store.ts'
import {UsageError, type Arguments} from './arguments.ts'
import {dataOption, type Command, type Terminal} from './command.ts'
import {withStore} from './open-data.ts'
import {standardRoles} from './roles.ts'
import {tokensOf} from './tokens-of.ts'

type Run = (store: Store, given: Arguments, id: string, terminal: Terminal) => number

const add: Run = (store, given, id, {note}) => {
  const role = given.required('role')
  if (!Object.hasOwn(standardRoles, role))
    throw new UsageError(`--role: expected one of ${Object.keys(standardRoles).join(', ')}, found “${role}”`)
  store.db
    .prepare(
      `INSERT INTO users (id, name, email, role, created_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, role = excluded.role`,
    )
    .run(
      id,
      given.text('name') ?? id,
      given.required('email'),
      role,
      new Date(systemClock.now()).toISOString(),
    )
  note(`${id} may log in as ${role}.`)
  return 0
}

const list: Run = (store, _given, _id, {print}) => {
  const rows = store.db.prepare('SELECT id, name, email, role FROM users ORDER BY id').all()
  for (const {id, role, email, name} of rows) print([id, role || 'removed', email, name].join('  '))
  return 0
}

/** The name stays with what the person did; the role and the tokens go. */
const remove: Run = (store, _given, id, {note}) => {
  const {changes} = store.db.prepare("UPDATE users SET role = '' WHERE id = ? AND role <> ''").run(id)
  store.db.prepare('DELETE FROM tokens WHERE user_id = ?').run(id)
  note(changes === 0 ? `No user ${id}.` : `${id} can no longer log in.`)
  return changes === 0 ? 1 : 0
}

const login: Run = (store, given, id, {print}) => {
  const target = new URL(given.required('studio'))
  target.hash = `sid=${tokensOf(store, standardRoles).issueLoginCode(id)}`
  print(target.href)
  return 0
}

const actions: Record<string, Run> = {add, list, remove, login}

export const user: Command = {
  summary: 'Adds, lists and removes people of a lake that runs alone, and makes login links.',
  operands: 'add|list|remove|login [ID]',
  options: {
    ...dataOption,
    role: {value: 'ROLE', describe: `add: ${Object.keys(standardRoles).join(', ')}`},
    email: {value: 'ADDRESS', describe: 'add: address of the person'},
    name: {value: 'NAME', describe: 'add: name of the person'},
    studio: {value: 'ORIGIN', describe: 'login: where the link leads', fallback: 'http://localhost:3333'},
  },
  more: 'The lake must not run. A login link works once, within 15 minutes, after the lake has started.',
  run: (given, terminal) => {
    const [action = '', id = ''] = given.positionals
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!run) throw new UsageError('expected add, list, remove or login')
    if (action !== 'list' && !/^[\w.-]{1,64}$/.test(id))
      throw new UsageError(`${action}: expected an id of letters, digits, . _ -`)
    return withStore(given.required('data'), (store) => run(store, given, id, terminal))
  },
}
