import type {SiteNotice, SiteSettings} from '@lantern/content/read'
import {cache} from 'react'
import {logOnce} from '../log.ts'
import {gather, type Gathered} from './gather.ts'
import {isShownAt, secondsUntilNextDate} from './lifetime.ts'
import {pathOf} from './paths.ts'
import {liveAtMost, siteLoader} from './site-loader.ts'

type Notice = {id: string; text: string; label: string; href: string | null}

/** What stands around every page of the site. */
export type Frame = {
  siteName: string
  tagline: string
  disclaimer: string
  sampleBanner: string | null
  footerNote: string | null
  notices: Notice[]
}

/** The frame of pages that are made without the content backend, such as “not found”. */
export const bareFrame: Frame = {
  siteName: 'Lantern',
  tagline: 'Plain words about cancer',
  disclaimer:
    'This page is for learning only. It does not replace the advice of your own care team. In an emergency call 911.',
  sampleBanner: null,
  footerNote: null,
  notices: [],
}

export const settingsId = 'siteSettings'

/** The site's settings, or `null` when there are none to be had. */
export const loadSettings = cache(async (): Promise<SiteSettings | null> => {
  const {documents} = await (await siteLoader()).documents([settingsId])
  const settings = documents.get(settingsId)
  return settings?._type === 'siteSettings' ? settings : null
})

/** The frame of the page being made; the page then lives until the next date of a notice. */
export const loadFrame = cache(async (): Promise<Frame> => {
  const settings = await loadSettings()
  const notices = await currentNotices()
  return {
    siteName: settings?.siteName ?? bareFrame.siteName,
    tagline: settings?.tagline ?? bareFrame.tagline,
    disclaimer: settings?.disclaimer ?? bareFrame.disclaimer,
    sampleBanner: settings?.sampleBanner ?? null,
    footerNote: settings?.footerNote ?? null,
    notices,
  }
})

// A notice is an ornament: without it the page still says what it has to say.
async function currentNotices(): Promise<Notice[]> {
  try {
    const loader = await siteLoader()
    const all = await loader.list('siteNotice')
    const now = new Date()
    await liveAtMost(secondsUntilNextDate(all, now))
    const shown = all.filter((notice) => isShownAt(notice, now))
    const gathered = await gather(
      loader,
      shown.flatMap(({link}) => link.target?._ref ?? []),
    )
    return shown.map((notice) => noticeOf(notice, gathered))
  } catch (cause) {
    logOnce(`Notices are left out: ${String(cause)}`)
    return []
  }
}

function noticeOf({_id, text, link}: SiteNotice, gathered: Gathered): Notice {
  const target = (['article', 'condition', 'biomarker', 'treatmentClass'] as const)
    .map((type) => gathered.one(type, link.target))
    .find((document) => document !== null)
  return {id: _id, text, label: link.label, href: target ? pathOf(target) : (link.href ?? null)}
}
