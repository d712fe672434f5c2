import {readArguments, UsageError} from './arguments.ts'
import {helpOf, type Command, type Terminal} from './command.ts'

/** Each is loaded when it is asked for: `lake token` has no use for what draws pictures. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).start,
  import: async () => (await import('./import.ts')).importArchive,
  export: async () => (await import('./export.ts')).exportArchive,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  verify: async () => (await import('./verify.ts')).verify,
  token: async () => (await import('./token.ts')).token,
  user: async () => (await import('./user.ts')).user,
}

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(8)}  ${(await load()).summary}`),
  )
  const codes = 'Exit codes: 0 done, 1 not done, 2 not understood.'
  return [
    'Usage: lake <command> [options]',
    '',
    ...rows,
    '',
    '`lake <command> --help` says more.',
    codes,
  ].join('\n')
}

async function runCommand([name = '', ...typed]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === '--help' || name === 'help') {
    terminal.print(await overview())
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new UsageError(`${name ? `Unknown command “${name}”\n\n` : ''}${await overview()}`)
  const command = await load()
  if (typed.includes('--help')) {
    terminal.print(helpOf(name, command))
    return 0
  }
  try {
    return await command.run(readArguments(command.options, typed), terminal)
  } catch (error) {
    if (error instanceof UsageError)
      throw new UsageError(`lake ${name}: ${error.message}; see lake ${name} --help`, {cause: error})
    throw error
  }
}

/** Runs one command line; gives its exit code: 0 done, 1 not done, 2 not understood. */
export async function run(typed: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(typed, terminal)
  } catch (error) {
    terminal.note(error instanceof Error ? error.message : String(error))
    return error instanceof UsageError ? 2 : 1
  }
}
