import type {IncomingMessage, ServerResponse} from 'node:http'
import {draftPolicy} from '../security-policy.ts'
import {draftCookieName} from './draft-cookie.ts'

const isNoPage = /^\/(?:_next|api|images|preview)\//

type Origins = {siteUrl: string; studioOrigin: string}

/** What a draft page says about itself, beside the `Cache-Control: private, no-store` of the framework. */
function headersOfDraft(origins: Origins): [name: string, value: string][] {
  return [
    ['Content-Security-Policy', draftPolicy(origins)],
    ['X-Robots-Tag', 'noindex, nofollow'],
  ]
}

/**
 * Gives the pages of a browser in preview their headers. A cookie of that name with any other value is taken off the
 * request, so that nobody gets out of the readers' policy by making one up.
 */
export function dressDrafts(
  request: IncomingMessage,
  response: ServerResponse,
  {draftId, ...origins}: Origins & {draftId: string},
): void {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/)
  const others = cookies.filter((cookie) => !cookie.startsWith(`${draftCookieName}=`))
  if (others.length === cookies.length) return
  if (cookies.includes(`${draftCookieName}=${draftId}`) && others.length === cookies.length - 1) {
    if (isNoPage.test(request.url ?? '')) return
    for (const [name, value] of headersOfDraft(origins)) response.setHeader(name, value)
  } else request.headers.cookie = others.join('; ')
}
