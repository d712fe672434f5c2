/** Remembers which deliveries were done, so that a repeated one does nothing. */
export type Deliveries = {has(key: string): boolean; add(key: string): void}

const rememberedMs = 24 * 3_600_000
const maxRemembered = 20_000

export function createDeliveries(now: () => number): Deliveries {
  const doneAt = new Map<string, number>()
  return {
    has: (key) => now() - (doneAt.get(key) ?? -Infinity) < rememberedMs,
    add(key) {
      doneAt.delete(key)
      doneAt.set(key, now())
      for (const [oldest, at] of doneAt) {
        if (doneAt.size <= maxRemembered && now() - at < rememberedMs) break
        doneAt.delete(oldest)
      }
    },
  }
}
