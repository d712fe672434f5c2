/** What one row of checks found: how often what was asked, and each thing that was not as it must be. */
export type Report = {row: string; counts: Record<string, number>; failures: string[]}
export type Options = {count: number; seed: number}

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): {
  next(): number
  pick<T>(from: readonly T[]): T
  below(most: number): number
} {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number): number => Math.floor(next() * most)
  const pick = <T>(from: readonly T[]): T => {
    const [chosen] = from.slice(below(from.length))
    if (chosen === undefined) throw new Error('There is nothing to pick from')
    return chosen
  }
  return {next, below, pick}
}

/** Counts one more of a kind. */
export function tally(counts: Record<string, number>, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1
}

export const lineOf = ({row, counts, failures}: Report, seed: number): string =>
  `${row}: ${Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')}, failures ${failures.length}, seed ${seed}`
