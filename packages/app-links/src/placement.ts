/** What this package needs to know of a placement document. */
export type PlacementLike = {
  publicId: string
  subject?: {_ref: string} | undefined
  subjectType?: string | undefined
  from?: string | undefined
  until?: string | undefined
}

/** The page that a placement may stand on. */
export type Subject = {id: string; type: string}

/**
 * The placement for a page at a time, or `null`: one made for the page itself goes before one for its whole type;
 * among equals the one that began last, then the smaller public id, so that two renders never differ.
 */
export function placementFor<P extends PlacementLike>(
  placements: readonly P[],
  subject: Subject,
  now: Date,
): P | null {
  const running = placements.filter((placement) => isRunning(placement, now))
  const own = running.filter((placement) => placement.subject?._ref === subject.id)
  const ofType = running.filter((placement) => !placement.subject && placement.subjectType === subject.type)
  return own.sort(byPrecedence)[0] ?? ofType.sort(byPrecedence)[0] ?? null
}

function isRunning({from, until}: PlacementLike, now: Date): boolean {
  const begun = from === undefined || Date.parse(from) <= now.getTime()
  const ended = until !== undefined && !(now.getTime() < Date.parse(until))
  return begun && !ended
}

function byPrecedence(a: PlacementLike, b: PlacementLike): number {
  const byStart = startOf(b) - startOf(a)
  if (byStart !== 0) return byStart
  return a.publicId < b.publicId ? -1 : 1
}

function startOf({from}: PlacementLike): number {
  return from === undefined ? 0 : Date.parse(from)
}
