import {placementFor, type Subject} from '@lantern/app-links'
import type {AppProfile, CallToAction} from '@lantern/content/read'
import {cache} from 'react'
import {logOnce} from '../log.ts'
import {gather} from './gather.ts'
import {secondsUntilNextDate} from './lifetime.ts'
import {liveAtMost, siteLoader} from './site-loader.ts'

export type Invitation = {publicId: string; callToAction: CallToAction}

/** The invitation to the app that stands on a page now, or `null`; an ornament, so trouble leaves it out. */
export async function invitationFor(subject: Subject): Promise<Invitation | null> {
  try {
    const loader = await siteLoader()
    const placements = await loader.list('placement')
    const now = new Date()
    await liveAtMost(secondsUntilNextDate(placements, now))
    const placement = placementFor(placements, subject, now)
    if (!placement) return null
    const gathered = await gather(loader, [placement.callToAction._ref])
    const callToAction = gathered.one('callToAction', placement.callToAction)
    return callToAction && {publicId: placement.publicId, callToAction}
  } catch (cause) {
    logOnce(`The invitation is left out: ${String(cause)}`)
    return null
  }
}

const publicIdForm = /^[a-z0-9]{8,12}$/

/** What the landing page of a placement shows, or `null` when there is no such placement. */
export const loadLanding = cache(
  async (publicId: string): Promise<{callToAction: CallToAction; app: AppProfile} | null> => {
    if (!publicIdForm.test(publicId)) return null
    const loader = await siteLoader()
    const placement = (await loader.list('placement')).find((one) => one.publicId === publicId)
    if (!placement) return null
    const gathered = await gather(loader, [placement.callToAction._ref], (document) =>
      document._type === 'callToAction' ? [document.appProfile._ref] : [],
    )
    const callToAction = gathered.one('callToAction', placement.callToAction)
    const app = gathered.one('appProfile', callToAction?.appProfile)
    return callToAction && app && {callToAction, app}
  },
)
