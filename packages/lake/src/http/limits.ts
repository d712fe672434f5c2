/** How much one caller, and all of them together, may ask of a lake. Times in milliseconds. */
export type Limits = {
  /** Requests a second from one address. */
  requestsPerSecond: number
  /** Writing requests a second with one token, and how many of them may come at once. */
  writesPerSecond: number
  writeBurst: number
  /** Requests a second without a token, from one address. */
  anonymousPerSecond: number
  /** Guesses a minute at one account's password or code, and from one address. */
  guessesPerMinute: number
  connections: number
  eventStreams: number
  eventStreamsPerToken: number
  headersTimeoutMs: number
  requestTimeoutMs: number
  keepAliveTimeoutMs: number
  /** Pictures kept after they were cut or scaled. */
  imageCacheBytes: number
}

/** What a lake of one clinic never reaches, and a broken or hostile program does. */
export const defaultLimits: Limits = {
  requestsPerSecond: 500,
  writesPerSecond: 25,
  writeBurst: 100,
  anonymousPerSecond: 50,
  guessesPerMinute: 10,
  connections: 1024,
  eventStreams: 500,
  eventStreamsPerToken: 50,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  keepAliveTimeoutMs: 5_000,
  imageCacheBytes: 512_000_000,
}
