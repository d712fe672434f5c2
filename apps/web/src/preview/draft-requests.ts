import type {IncomingMessage, ServerResponse} from 'node:http'
import {draftPolicy} from '../security-policy.ts'
import {draftCookieName} from './draft-cookie.ts'
import {isPass} from './draft-pass.ts'

export type DraftSettings = {
  siteUrl: string
  studioOrigin: string
  /** Signs the passes of browsers in preview; without one there is no preview. */
  siteSecret: string
  /** What the framework takes for leave to see drafts. */
  draftId: string
}

const isNoPage = /^\/(?:_next|api|images|preview)\//

/**
 * Takes the draft cookie off a request and, when it held one pass that is good, puts in its place what the framework
 * knows; such pages get the headers of drafts beside the framework's `Cache-Control: private, no-store`. So nobody gets
 * to a draft, or out of the readers' policy, by a value that was made up or found in a build.
 */
export function admitDrafts(
  request: IncomingMessage,
  response: ServerResponse,
  {siteSecret, draftId, ...origins}: DraftSettings,
): void {
  const given = request.headers.cookie
  if (given === undefined) return
  const prefix = `${draftCookieName}=`
  const cookies = given.split(/;\s*/)
  const others = cookies.filter((cookie) => !cookie.startsWith(prefix))
  const [pass, ...more] = cookies.filter((cookie) => cookie.startsWith(prefix))
  if (pass === undefined) return
  const isAdmitted = more.length === 0 && isPass(pass.slice(prefix.length), siteSecret, Date.now())
  request.headers.cookie = [...others, ...(isAdmitted ? [`${prefix}${draftId}`] : [])].join('; ')
  if (!isAdmitted || isNoPage.test(request.url ?? '')) return
  response.setHeader('Content-Security-Policy', draftPolicy(origins))
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
}
