/** Where the lake takes the time from. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export const systemClock: Clock = {now: () => Date.now()}
