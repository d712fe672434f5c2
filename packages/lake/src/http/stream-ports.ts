import {randomBytes} from 'node:crypto'
import type {Clock} from '../clock.ts'
import type {Identity} from '../identity.ts'

const ticketLifeMs = 30_000

/**
 * A browser opens six connections to one port, and one open document holds more event streams than that. Streams are
 * therefore sent on to sibling ports. The browser drops `Authorization` on the way, so a ticket for one use goes along.
 */
export type StreamPorts = {
  open(port: number): void
  isSibling(port: number | undefined): boolean
  /** Where the stream with the fewest neighbours is; null when there are no siblings. */
  redirect(pathAndQuery: string, host: string, identity: Identity): string | null
  /** The ticket's owner when it is fresh, unused and for this very path and query. */
  redeem(pathAndQuery: string): Identity | null
  /** Counts a stream until the returned function is called. */
  enter(port: number | undefined): () => void
}

export function createStreamPorts(clock: Clock): StreamPorts {
  const load = new Map<number, number>()
  const tickets = new Map<string, {identity: Identity; target: string; port: number; expiresAt: number}>()

  /** Streams on their way count too: a Studio opens half a dozen at the same moment. */
  const leastLoaded = (): number | null => {
    const expected = new Map(load)
    for (const {port} of tickets.values()) expected.set(port, (expected.get(port) ?? 0) + 1)
    const [first] = [...expected].toSorted(([, one], [, other]) => one - other)
    return first?.[0] ?? null
  }
  const dropExpired = (): void => {
    for (const [ticket, {expiresAt}] of tickets) if (expiresAt <= clock.now()) tickets.delete(ticket)
  }
  return {
    open: (port) => void load.set(port, 0),
    isSibling: (port) => port !== undefined && load.has(port),
    redirect: (pathAndQuery, host, identity) => {
      dropExpired()
      const port = leastLoaded()
      if (port === null) return null
      const ticket = randomBytes(32).toString('base64url')
      const joint = pathAndQuery.includes('?') ? '&' : '?'
      const target = `${pathAndQuery}${joint}ticket=${ticket}`
      tickets.set(ticket, {identity, target, port, expiresAt: clock.now() + ticketLifeMs})
      return `http://${host.replace(/:\d+$/, '')}:${port}${target}`
    },
    redeem: (pathAndQuery) => {
      const ticket = /[?&]ticket=([\w-]+)$/.exec(pathAndQuery)?.[1] ?? ''
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      return found && found.expiresAt > clock.now() && found.target === pathAndQuery ? found.identity : null
    },
    enter: (port) => {
      if (port === undefined || !load.has(port)) return () => {}
      load.set(port, (load.get(port) ?? 0) + 1)
      return () => void load.set(port, (load.get(port) ?? 1) - 1)
    },
  }
}
