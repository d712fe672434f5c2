import type {LakeConfig} from '../config.ts'
import {startLake} from '../index.ts'
import type {Arguments} from './arguments.ts'
import {dataOption, type Command} from './command.ts'
import {loadGuard} from './load-guard.ts'
import {standardRoles} from './roles.ts'
import {usersIn} from './users-in.ts'

async function configOf(given: Arguments): Promise<LakeConfig> {
  const directory = given.required('data')
  const guard = given.text('guard')
  const backup = given.text('backup')
  const address = given.text('address')
  if (address && !given.isSet('public'))
    throw new Error(`--address ${address}: a lake is reachable from other machines only with --public.`)
  return {
    directory,
    port: given.number('port'),
    projectId: given.required('project'),
    datasets: [
      ...given.list('dataset').map((name) => ({name})),
      ...given.list('guarded').map((name) => ({name, guarded: true})),
    ],
    allowedOrigins: given.list('studio'),
    roles: standardRoles,
    users: usersIn(directory),
    webhooks: [],
    log: given.isSet('quiet') ? 'silent' : 'info',
    ...(guard ? {guard: await loadGuard(guard)} : {}),
    ...(backup ? {backup: {directory: backup}} : {}),
    ...(given.isSet('public')
      ? {public: {address: address ?? '0.0.0.0', proxyUrl: given.text('proxy') ?? ''}}
      : {}),
  }
}

export const start: Command = {
  summary: 'Runs a lake until it is told to stop.',
  options: {
    ...dataOption,
    port: {value: 'N', describe: 'main port; event streams use the eight after it', fallback: '3900'},
    project: {value: 'ID', describe: 'project id that clients name', fallback: 'lantern'},
    dataset: {value: 'NAME', describe: 'dataset to have', fallback: 'production', repeatable: true},
    guarded: {value: 'NAME', describe: 'dataset that never starts without a guard', repeatable: true},
    guard: {value: 'MODULE[#NAME]', describe: 'ES module whose export “guard” may refuse a change'},
    studio: {
      value: 'ORIGIN',
      describe: 'exact origin of a Studio or site that may call',
      fallback: 'http://localhost:3333',
      repeatable: true,
    },
    backup: {value: 'DIR', describe: 'second path for an hourly backup and a log copy each minute'},
    public: {describe: 'be reachable from other machines: needs --proxy and an administrator’s token'},
    address: {value: 'IP', describe: 'with --public, the address to listen on'},
    proxy: {value: 'URL', describe: 'with --public, the https address of the TLS proxy in front'},
    quiet: {describe: 'no log'},
  },
  run: async (given, {print, note}) => {
    const config = await configOf(given)
    const lake = await startLake(config)
    print(`Lake at ${lake.url}`)
    const [studio] = config.allowedOrigins
    const [first] = config.users
    if (studio && first && !config.public)
      print(`One-time login as ${first.name}, 15 minutes: ${lake.issueLoginLink(first.id, studio)}`)
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
    })
    note('Stopping …')
    await lake.stop()
    return 0
  },
}
