import {z} from 'zod'
import {optional, reference, system, text, webAddress} from '../field/field.ts'

export const siteNoticeFields = z.object({
  ...system,
  _type: z.literal('siteNotice'),
  text: text.max(120),
  link: z.object({
    _type: z.literal('noticeLink'),
    label: text,
    target: optional(reference),
    href: optional(webAddress),
  }),
  from: z.iso.datetime({offset: true}),
  until: z.iso.datetime({offset: true}),
})

export const siteNotice = siteNoticeFields

export type SiteNotice = z.infer<typeof siteNotice>
