import {createPasswords} from '../access/passwords.ts'
import {systemClock} from '../clock.ts'
import type {Store} from '../store/store.ts'
import {UsageError, type Arguments} from './arguments.ts'
import {dataOption, type Command, type Terminal} from './command.ts'
import {withStore} from './open-data.ts'
import {standardRoles} from './roles.ts'
import {tokensOf} from './tokens-of.ts'
import {usersOf} from './users-of.ts'

type Run = (store: Store, given: Arguments, id: string, terminal: Terminal) => number | Promise<number>

const add: Run = (store, given, id, {note}) => {
  const role = given.required('role')
  if (!Object.hasOwn(standardRoles, role))
    throw new UsageError(`--role: expected one of ${Object.keys(standardRoles).join(', ')}, found “${role}”`)
  usersOf(store).put({id, name: given.text('name') ?? id, email: given.required('email'), role})
  note(`${id} may log in as ${role}.`)
  return 0
}

const list: Run = (store, _given, _id, {print}) => {
  for (const {id, role, email, name} of usersOf(store).all())
    print([id, role || 'removed', email, name].join('  '))
  return 0
}

const remove: Run = (store, _given, id, {note}) => {
  const isKnown = Boolean(usersOf(store).get(id)?.role)
  if (isKnown) usersOf(store).remove(id)
  note(isKnown ? `${id} can no longer log in.` : `No user ${id}.`)
  return isKnown ? 0 : 1
}

/** From standard input: what stands in the arguments is seen by everybody on the machine. */
const password: Run = async (store, _given, id, {line, note}) => {
  await createPasswords({store, clock: systemClock}).setPassword(id, await line())
  note(`${id} has a new password; earlier sessions have ended.`)
  return 0
}

const login: Run = (store, given, id, {print}) => {
  const target = new URL(given.required('studio'))
  target.hash = `sid=${tokensOf(store, standardRoles).issueLoginCode(id)}`
  print(target.href)
  return 0
}

const actions: Record<string, Run> = {add, list, remove, password, login}

export const user: Command = {
  summary: 'Adds, lists and removes people of a lake that runs alone, sets passwords and makes login links.',
  operands: 'add|list|remove|password|login [ID]',
  options: {
    ...dataOption,
    role: {value: 'ROLE', describe: `add: ${Object.keys(standardRoles).join(', ')}`},
    email: {value: 'ADDRESS', describe: 'add: address of the person'},
    name: {value: 'NAME', describe: 'add: name of the person'},
    studio: {value: 'ORIGIN', describe: 'login: where the link leads', fallback: 'http://localhost:3333'},
  },
  more: 'The lake must not run. A password is read from standard input, one line. A login link works once, within 15 minutes.',
  run: (given, terminal) => {
    const [action = '', id = ''] = given.positionals
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!run) throw new UsageError('expected add, list, remove, password or login')
    if (action !== 'list' && !/^[\w.-]{1,64}$/.test(id))
      throw new UsageError(`${action}: expected an id of letters, digits, . _ -`)
    return withStore(given.required('data'), (store) => run(store, given, id, terminal))
  },
}
