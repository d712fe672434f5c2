/**
 * Draws once at a time: a call during a drawing leads to one more after it, so that the last word typed is always seen
 * and an older answer never covers a newer one. A failed drawing is reported by its own promise alone.
 */
export function createRedraw(draw: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = (): Promise<void> => {
    current = draw().finally(() => {
      current = null
    })
    return current
  }
  return () => {
    if (!current) return start()
    next ??= current
      .catch(() => {})
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
