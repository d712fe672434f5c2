import {readArguments, UsageError} from './arguments.ts'
import {helpOf, type Command, type Terminal} from './command.ts'
import {backup} from './backup.ts'
import {exportArchive} from './export.ts'
import {importArchive} from './import.ts'
import {openProgress} from './progress.ts'
import {restore} from './restore.ts'
import {start} from './start.ts'
import {token} from './token.ts'
import {user} from './user.ts'
import {verify} from './verify.ts'

const commands: Record<string, Command> = {
  start,
  import: importArchive,
  export: exportArchive,
  backup,
  restore,
  verify,
  token,
  user,
}

const terminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  progress: (label) => openProgress(label),
}

function overview(): string {
  const rows = Object.entries(commands).map(([name, {summary}]) => `  ${name.padEnd(8)}  ${summary}`)
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

async function run([name = '', ...typed]: string[]): Promise<number> {
  if (name === '--help' || name === 'help') {
    terminal.print(overview())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new UsageError(name ? `Unknown command “${name}”\n\n${overview()}` : overview())
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

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  terminal.note(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
}
