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

/**
 * Watches a browser context for requests that leave the machine. The browser reports a request also when a policy of
 * the page refused it before it was sent; those carry the failure `csp` and did not leave.
 */
export function watchRequests(context: BrowserContext): {expectNoneLeft(): void} {
  const left = new Set<string>()
  context.on('request', (request) => {
    if (leaves(request.url())) left.add(request.url())
  })
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp') left.delete(request.url())
  })
  return {expectNoneLeft: () => expect([...left], 'requests that left the machine').toEqual([])}
}
