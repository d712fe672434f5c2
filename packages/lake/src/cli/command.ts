import type {Arguments, Option} from './arguments.ts'
import type {Progress} from './progress.ts'

export type Terminal = {
  /** A line of the answer, on standard output. */
  print(line: string): void
  /** A line for the person who watches, on standard error. */
  note(line: string): void
  progress(label: string): Progress
}

export type Command = {
  summary: string
  /** What stands behind `lake <name>`, without the options. */
  operands?: string
  options: Record<string, Option>
  /** Lines below the options. */
  more?: string
  /** Gives the exit code: 0 done, 1 not done. Throws a UsageError for 2, any other error for 1. */
  run(given: Arguments, terminal: Terminal): Promise<number>
}

export const dataOption = {data: {value: 'DIR', describe: 'folder of the lake'}} as const

/** The help of one command. */
export function helpOf(name: string, {summary, operands = '', options, more}: Command): string {
  const all: Record<string, Option> = {...options, help: {describe: 'this help'}}
  const rows = Object.entries(all).map(([option, {value, describe, fallback, repeatable}]) => {
    const notes = [repeatable ? 'may be repeated' : '', fallback ? `default ${fallback}` : ''].filter(Boolean)
    return [
      `--${option}${value ? ` ${value}` : ''}`,
      `${describe}${notes.length ? ` (${notes.join(', ')})` : ''}`,
    ]
  })
  const width = Math.max(...rows.map(([left = '']) => left.length))
  const lines = rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`)
  const head = `Usage: lake ${name}${operands ? ` ${operands}` : ''} [options]`
  return [head, '', summary, '', ...lines, ...(more ? ['', more] : [])].join('\n')
}
