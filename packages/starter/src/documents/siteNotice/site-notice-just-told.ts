import type {SiteNotice} from '@lantern/content/read'
import {ref, type Unstored} from '../../document.ts'

export const siteNoticeJustTold: Unstored<SiteNotice> = {
  _id: 'site-notice-just-told',
  _type: 'siteNotice',
  text: 'Have you just been told? You can take this one step at a time.',
  link: {
    _type: 'noticeLink',
    label: 'What to expect first',
    target: ref('article-starting-treatment'),
  },
  from: '2026-11-01T00:00:00.000Z',
  until: '2027-11-01T00:00:00.000Z',
}
