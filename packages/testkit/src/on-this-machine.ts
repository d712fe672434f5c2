import {expect, type BrowserContext} from '@playwright/test'

const local = new Set(['localhost', '127.0.0.1', '[::1]'])

function leaves(address: string): boolean {
  const url = new URL(address)
  return (
    ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) &&
    !local.has(url.hostname) &&
    !url.hostname.endsWith('.localhost')
  )
}

/** What was seen of the requests of browsers. */
export type Watch = {context(context: BrowserContext): Promise<void>; expectNoneLeft(): void}

/**
 * Watches browser contexts for requests that leave the machine. The browser reports a request also when a policy of
 * the page refused it before it was sent; those carry the failure `csp` and did not leave.
 */
export function createWatch(): Watch {
  const left = new Set<string>()
  let seen = 0
  const note = (address: string): void => {
    seen += 1
    if (leaves(address)) left.add(address)
  }
  return {
    async context(context) {
      context.on('request', (request) => note(request.url()))
      context.on('requestfailed', (request) => {
        if (request.failure()?.errorText === 'csp') left.delete(request.url())
      })
      // A socket is no request, and is told of only once it is connected: those to other machines are caught earlier.
      await context.routeWebSocket(
        ({href}) => leaves(href),
        async (socket) => {
          note(socket.url())
          await socket.close()
        },
      )
    },
    expectNoneLeft() {
      console.log(`requests of browsers: ${seen}, that left the machine: ${left.size}`)
      expect([...left], 'requests that left the machine').toEqual([])
    },
  }
}
