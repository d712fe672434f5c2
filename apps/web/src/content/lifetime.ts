type Dated = {from?: string | undefined; until?: string | undefined}

/** A page is made again after a day at the latest. */
export const dayS = 86_400

/** Whether a thing with dates shows at a time. */
export function isShownAt({from, until}: Dated, now: Date): boolean {
  const begun = from === undefined || Date.parse(from) <= now.getTime()
  return begun && (until === undefined || now.getTime() < Date.parse(until))
}

/** Seconds until the next date at which one of the things begins or ends; at least one, at most a day. */
export function secondsUntilNextDate(things: readonly Dated[], now: Date): number {
  const ahead = things
    .flatMap(({from, until}) => [from, until])
    .map((date) => (Date.parse(date ?? '') - now.getTime()) / 1000)
    .filter((seconds) => seconds > 0)
  return Math.max(1, Math.min(dayS, ...ahead.map(Math.ceil)))
}
