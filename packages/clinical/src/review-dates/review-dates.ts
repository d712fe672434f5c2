import {emergencyDays} from '../sign-off/sign-off.ts'

/**
 * How long an approval of each signed type holds, in months. Source: content-model.md, “Review intervals”. A text on
 * treatment ages faster than one on words.
 */
export const reviewIntervalMonths = {
  treatmentClass: 6,
  medicine: 6,
  careAdvice: 6,
  supportResource: 6,
  condition: 12,
  biomarker: 12,
  article: 12,
  glossaryTerm: 24,
  question: 24,
} as const

/** A type whose text a reader sees only when it was signed. */
export type SignedType = keyof typeof reviewIntervalMonths

export const isSignedType = (type: string): type is SignedType => Object.hasOwn(reviewIntervalMonths, type)

/** How many days before its date a review is due. */
export const dueDaysAhead = 60

const dayMs = 86_400_000

/** A moment later by months of the calendar, in UTC; the last of the month where the day does not exist. */
export function addMonths(moment: string, months: number): string {
  const date = new Date(moment)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.toISOString()
}

/** Until when the review service signs a document of a type: its interval, or seven days in an emergency. */
export function validUntilOf(
  type: SignedType,
  kind: 'clinical' | 'translation' | 'emergency',
  signedAt: string,
) {
  return kind === 'emergency'
    ? new Date(Date.parse(signedAt) + emergencyDays * dayMs).toISOString()
    : addMonths(signedAt, reviewIntervalMonths[type])
}

/** Where a review stands against the day: late, due within 60 days, or not yet. */
export type Due = 'overdue' | 'due' | 'current'

/** Whole days of the UTC calendar from one moment to another; negative when it has passed. */
export function daysUntil(moment: string, now: Date): number {
  return dayOf(Date.parse(moment)) - dayOf(now.getTime())
}

const dayOf = (ms: number) => Math.floor(ms / dayMs)

/** The date itself is still in time. */
export function dueState(validUntil: string, now: Date): Due {
  const days = daysUntil(validUntil, now)
  if (days < 0) return 'overdue'
  return days <= dueDaysAhead ? 'due' : 'current'
}

/** What an editor's cockpit lists a review under: late, today, or within so many days; null when later than that. */
export type DueList = 'overdue' | 0 | 30 | 60 | 90

export function dueListOf(validUntil: string, now: Date): DueList | null {
  const days = daysUntil(validUntil, now)
  if (days < 0) return 'overdue'
  return ([0, 30, 60, 90] as const).find((limit) => days <= limit) ?? null
}

/** Reviews by the list they stand in, each in one only, the earliest first. */
export function dueLists<Review extends {readonly validUntil: string}>(
  reviews: readonly Review[],
  now: Date,
): Map<DueList, Review[]> {
  const lists = new Map<DueList, Review[]>((['overdue', 0, 30, 60, 90] as const).map((list) => [list, []]))
  for (const review of reviews.toSorted((a, b) => Date.parse(a.validUntil) - Date.parse(b.validUntil))) {
    const list = dueListOf(review.validUntil, now)
    if (list !== null) lists.get(list)?.push(review)
  }
  return lists
}

/** When a page was last reviewed: the oldest date among its parts, or null when it has none. */
export function pageReviewedAt(parts: readonly {readonly signedAt: string}[]): string | null {
  const [oldest] = parts.map(({signedAt}) => signedAt).sort((a, b) => Date.parse(a) - Date.parse(b))
  return oldest ?? null
}
