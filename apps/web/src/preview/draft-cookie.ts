import type {SiteEnv} from '../env.ts'
import {passLifetimeMs} from './draft-pass.ts'

/** The framework's own name for the cookie of a browser in preview; the value in the browser is ours, a pass. */
export const draftCookieName = '__prerender_bypass'

/**
 * How the cookie is kept: as long as its pass is good. Beside a Studio of the same host it needs no leave to
 * travel between sites; beside one elsewhere it does, and then only inside that Studio's frame.
 */
export function draftCookie({siteUrl, studioOrigin}: Pick<SiteEnv, 'siteUrl' | 'studioOrigin'>) {
  const kept = {name: draftCookieName, httpOnly: true, path: '/', maxAge: passLifetimeMs / 1000}
  const site = new URL(siteUrl)
  if (site.hostname === new URL(studioOrigin).hostname) {
    return {...kept, sameSite: 'lax' as const, secure: site.protocol === 'https:'}
  }
  return {...kept, sameSite: 'none' as const, secure: true, partitioned: true}
}
