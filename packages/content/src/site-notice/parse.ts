import {z} from 'zod'
import {reference, system, text} from '../values/parse.ts'

export const noticeLink = z.object({
  _type: z.literal('noticeLink'),
  label: text,
  target: reference.optional(),
  href: z.string().optional(),
})

export const siteNotice = z.object({
  ...system,
  _type: z.literal('siteNotice'),
  text,
  link: noticeLink,
  from: z.iso.datetime({offset: true}),
  until: z.iso.datetime({offset: true}),
})

export type SiteNotice = z.infer<typeof siteNotice>
