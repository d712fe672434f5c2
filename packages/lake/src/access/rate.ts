import type {Clock} from '../clock.ts'

const maxKept = 10_000

/** Token buckets, one for each key: `perSecond` come in, at most `burst` lie there. */
export type Rate = {
  /** Takes one, and gives 0; or takes none, and gives the milliseconds until there is one again. */
  take(key: string): number
  /** Like `take`, but goes into debt: gives the milliseconds after which the caller may go on, or `null` past `maxWaitMs`. */
  reserve(key: string, maxWaitMs: number): number | null
  giveBack(key: string): void
}

type Bucket = {level: number; at: number}

export function createRate({
  perSecond,
  burst,
  clock,
}: {
  perSecond: number
  burst: number
  clock: Clock
}): Rate {
  const buckets = new Map<string, Bucket>()
  const dropFull = (now: number): void => {
    for (const [key, {level, at}] of buckets) {
      if (level + ((now - at) / 1000) * perSecond >= burst) buckets.delete(key)
    }
    // Whoever makes up that many keys gets them all forgotten, never the lake's memory.
    if (buckets.size >= maxKept) buckets.clear()
  }
  const bucketOf = (key: string): Bucket => {
    const now = clock.now()
    const known = buckets.get(key)
    if (!known) {
      if (buckets.size >= maxKept) dropFull(now)
      const fresh = {level: burst, at: now}
      buckets.set(key, fresh)
      return fresh
    }
    // A clock that is set back must not empty or fill anything.
    known.level = Math.min(burst, known.level + (Math.max(0, now - known.at) / 1000) * perSecond)
    known.at = now
    return known
  }
  return {
    take: (key) => {
      const bucket = bucketOf(key)
      if (bucket.level < 1) return Math.ceil(((1 - bucket.level) / perSecond) * 1000)
      bucket.level -= 1
      return 0
    },
    reserve: (key, maxWaitMs) => {
      const bucket = bucketOf(key)
      const waitMs = bucket.level >= 1 ? 0 : Math.ceil(((1 - bucket.level) / perSecond) * 1000)
      if (waitMs > maxWaitMs) return null
      bucket.level -= 1
      return waitMs
    },
    giveBack: (key) => {
      const bucket = bucketOf(key)
      bucket.level = Math.min(burst, bucket.level + 1)
    },
  }
}
