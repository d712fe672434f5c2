import {parseArgs} from 'node:util'

/** What was typed cannot be run as it stands; ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export type Option = {
  /** What stands after the option in its help, such as `DIR`; an option without one is a switch. */
  value?: string
  describe: string
  fallback?: string
  repeatable?: boolean
}

export type Arguments = {
  positionals: string[]
  /** The option's value or its fallback. */
  text(name: string): string | undefined
  /** Throws a UsageError that names the option when it is missing. */
  required(name: string): string
  number(name: string): number
  list(name: string): string[]
  isSet(name: string): boolean
}

/** Reads a command's options; refuses by name what the command does not know. Throws a UsageError. */
export function readArguments(options: Record<string, Option>, typed: string[]): Arguments {
  const {values, positionals} = parse(options, typed)
  const given = (name: string): string[] =>
    [values[name] ?? options[name]?.fallback ?? []].flat().filter((value) => typeof value === 'string')
  const required = (name: string): string => {
    const value = given(name).at(-1)
    if (value === undefined || value === '')
      throw new UsageError(`--${name} ${options[name]?.value ?? ''} is needed`)
    return value
  }
  return {
    positionals,
    text: (name) => given(name).at(-1),
    required,
    number: (name) => {
      const value = required(name)
      if (!/^\d+$/.test(value)) throw new UsageError(`--${name}: expected a whole number, found “${value}”`)
      return Number(value)
    },
    list: given,
    isSet: (name) => values[name] === true,
  }
}

function parse(
  options: Record<string, Option>,
  typed: string[],
): {values: Record<string, unknown>; positionals: string[]} {
  const known = Object.entries(options).map(([name, option]) => [
    name,
    {type: option.value ? ('string' as const) : ('boolean' as const), multiple: option.repeatable ?? false},
  ])
  try {
    return parseArgs({args: typed, allowPositionals: true, options: Object.fromEntries(known)})
  } catch (error) {
    // Node's message names the option: Unknown option '--prot'.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}
