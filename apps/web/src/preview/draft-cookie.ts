import type {SiteEnv} from '../env.ts'

/** The framework's own name; its value says that a browser may see drafts. */
export const draftCookieName = '__prerender_bypass'

const sessionS = 12 * 3_600

/**
 * How the cookie is kept: as long as a session of the Studio. Beside a Studio of the same host it needs no leave to
 * travel between sites; beside one elsewhere it does, and then only inside that Studio's frame.
 */
export function draftCookie({siteUrl, studioOrigin}: Pick<SiteEnv, 'siteUrl' | 'studioOrigin'>) {
  const kept = {name: draftCookieName, httpOnly: true, path: '/', maxAge: sessionS}
  const site = new URL(siteUrl)
  if (site.hostname === new URL(studioOrigin).hostname) {
    return {...kept, sameSite: 'lax' as const, secure: site.protocol === 'https:'}
  }
  return {...kept, sameSite: 'none' as const, secure: true, partitioned: true}
}
