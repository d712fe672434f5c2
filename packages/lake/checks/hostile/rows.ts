import {brokenBodies} from './broken-bodies.ts'
import type {Options, Report} from './report.ts'

/** The rows of hostile input: what is promised, how it is tried, and how often in `npm test` and in the long form. */
export const rows: readonly {
  id: string
  promise: string
  check(options: Options): Promise<Report>
  short: number
  long: number
}[] = [
  {
    id: 'B5',
    promise: 'a broken body is refused, writes nothing and changes no prototype',
    check: brokenBodies,
    short: 1000,
    long: 20_000,
  },
]
