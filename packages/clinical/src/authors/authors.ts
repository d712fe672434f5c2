import {publishedId} from '../document.ts'
import type {SignOff} from '../sign-off/sign-off.ts'

/** A transaction of the content backend's log, as far as it is needed here. */
export type LoggedTransaction = {
  /** The login id of who wrote it; null when the log does not say. */
  readonly author: string | null
  readonly timestamp: string
  readonly documentIDs: readonly string[]
}

/** Who wrote what is to be signed. With `hasUnknown` nobody can be shown not to be an author. */
export type Authors = {readonly ids: ReadonlySet<string>; readonly hasUnknown: boolean}

/**
 * The authors of a change: all who touched the subject, its draft or any of its versions since its last sign-off
 * (content-model.md, “What approved means”). The log must reach back to that sign-off; without one, to the beginning.
 * Whoever wrote at the very moment of the sign-off counts, and a date that is none counts as now. `signedAt` is when the
 * review service read the text, so what was written while it signed is counted as well.
 */
export function authorsSince(
  log: readonly LoggedTransaction[],
  subject: string,
  lastSignOff: Pick<SignOff, 'signedAt'> | null,
): Authors {
  const since = lastSignOff ? Date.parse(lastSignOff.signedAt) : -Infinity
  const own = log
    .filter(({documentIDs}) => documentIDs.some((id) => publishedId(id) === subject))
    .filter(({timestamp}) => !(Date.parse(timestamp) < since))
    .map(({author}) => author)
  const ids = own.filter((author): author is string => author !== null && author !== '')
  return {ids: new Set(ids), hasUnknown: ids.length < own.length}
}

/**
 * The sign-off after which authors are counted anew: the latest approval by one who judged the whole text. A rejection
 * approved nothing, and an emergency is looked at again. Give it genuine sign-offs only (`verifySignOff`): whoever can
 * write to the lake can write something that looks like one.
 */
export function lastReview(signOffs: readonly SignOff[], subject: string): SignOff | null {
  const [latest] = signOffs
    .filter((one) => one.subject._ref === subject && one.outcome === 'approved' && one.kind !== 'emergency')
    .sort((a, b) => Date.parse(b.signedAt) - Date.parse(a.signedAt))
  return latest ?? null
}

/** Whether someone may sign a change: no login of theirs is among its authors, and all authors are known. */
export const maySign = (logins: readonly string[], {ids, hasUnknown}: Authors): boolean =>
  !hasUnknown && logins.length > 0 && logins.every((login) => !ids.has(login))
