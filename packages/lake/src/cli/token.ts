import {systemClock} from '../clock.ts'
import type {Store} from '../store/store.ts'
import {UsageError, type Arguments} from './arguments.ts'
import {dataOption, type Command, type Terminal} from './command.ts'
import {withStore} from './open-data.ts'
import {standardRoles} from './roles.ts'
import {tokensOf} from './tokens-of.ts'

const shownDigits = 12
const day = (ms: unknown): string => new Date(Number(ms)).toISOString().slice(0, 10)

function issue(store: Store, given: Arguments, {print, note}: Terminal): number {
  const role = given.required('role')
  // The roles belong to the program that runs the lake; a token of a role that it does not know may do nothing.
  if (!Object.hasOwn(standardRoles, role))
    note(`“${role}” is no standard role: the host program must know it.`)
  const tokens = tokensOf(store, {...standardRoles, [role]: {title: role, grants: []}})
  print(tokens.issueToken(given.required('label'), role))
  return 0
}

function list(store: Store, {print}: Terminal): number {
  const rows = store.db
    .prepare("SELECT * FROM tokens WHERE kind = 'robot' AND expires_at > ? ORDER BY created_at")
    .all(systemClock.now())
  for (const row of rows) {
    const id = String(row['hash']).slice(0, shownDigits)
    print(
      [
        id,
        row['detail'],
        row['label'],
        `made ${day(row['created_at'])}`,
        `until ${day(row['expires_at'])}`,
      ].join('  '),
    )
  }
  return 0
}

function revoke(store: Store, id: string, {note}: Terminal): number {
  if (!/^[a-f0-9]{8,64}$/.test(id))
    throw new UsageError('revoke: expected the id that `lake token list` shows')
  const {changes} = store.db.prepare("DELETE FROM tokens WHERE kind = 'robot' AND hash GLOB ? || '*'").run(id)
  note(changes === 0 ? `No token ${id}.` : `Token ${id} is revoked.`)
  return changes === 0 ? 1 : 0
}

export const token: Command = {
  summary: 'Issues, lists and revokes the tokens of programs; the lake must not run.',
  operands: 'issue|list|revoke [ID]',
  options: {
    ...dataOption,
    role: {value: 'ROLE', describe: 'issue: role of the token, such as administrator, editor or viewer'},
    label: {value: 'TEXT', describe: 'issue: what it is for', fallback: 'command line'},
  },
  more: 'A token is printed once, to standard output; the lake keeps only its SHA-256.',
  run: (given, terminal) => {
    const [action = '', id = ''] = given.positionals
    const run = {
      issue: (store: Store) => issue(store, given, terminal),
      list: (store: Store) => list(store, terminal),
      revoke: (store: Store) => revoke(store, id, terminal),
    }
    if (action !== 'issue' && action !== 'list' && action !== 'revoke')
      throw new UsageError('expected issue, list or revoke')
    return withStore(given.required('data'), run[action])
  },
}
