import {bombsRefused} from './bombs.ts'
import {brokenBodies} from './broken-bodies.ts'
import {canaryToken} from './canary-token.ts'
import {hostVariants, originVariants} from './doors.ts'
import type {Options, Report} from './report.ts'
import {sizes} from './sizes.ts'
import {strangers} from './strangers.ts'
import {transforms} from './transforms.ts'
import {traversal} from './traversal.ts'
import {wire} from './wire.ts'

type Row = {
  id: string
  promise: string
  check(options: Options): Promise<Report>
  short: number
  long: number
}

/** The rows of hostile input: what is promised, how it is tried, and how often in `npm test` and in the long form. */
export const rows: readonly Row[] = [
  {
    id: 'A2',
    promise: 'somebody without a session gets no document and no hint',
    check: strangers,
    short: 8,
    long: 100,
  },
  {id: 'A7', promise: 'a token is in no log, answer, address or file', check: canaryToken, short: 1, long: 1},
  {
    id: 'A9',
    promise: 'a request for another host is refused at every endpoint',
    check: hostVariants,
    short: 1,
    long: 1,
  },
  {
    id: 'A10',
    promise: 'a page of another origin may read nothing at any endpoint',
    check: originVariants,
    short: 1,
    long: 1,
  },
  {
    id: 'B5',
    promise: 'a broken body is refused, writes nothing and changes no prototype',
    check: brokenBodies,
    short: 1000,
    long: 20_000,
  },
  {id: 'B6', promise: 'a body that is too much is refused early', check: sizes, short: 1, long: 1},
  {
    id: 'B7',
    promise: 'what is no HTTP, or never ends, is answered or hung up on',
    check: wire,
    short: 1,
    long: 1,
  },
  {
    id: 'B9',
    promise: 'a picture that would fill the memory is refused from its header',
    check: bombsRefused,
    short: 1,
    long: 1,
  },
  {
    id: 'B10',
    promise: 'however a picture is asked for, sizes, formats, work and disk are bounded',
    check: transforms,
    short: 150,
    long: 10_000,
  },
  {id: 'B16', promise: 'no name climbs out of the data folder', check: traversal, short: 300, long: 1000},
]
