import {z} from 'zod'
import {obeying, reference, system, text} from '../values/parse.ts'
import {afterFrom, oneTarget, saysWhereItLeads, webAddressOrOwnPath} from '../values/rules.ts'

export const noticeLink = z
  .object({
    _type: z.literal('noticeLink'),
    label: text.superRefine(obeying(saysWhereItLeads)),
    target: reference.optional(),
    href: z.string().superRefine(obeying(webAddressOrOwnPath)).optional(),
  })
  .superRefine(obeying(oneTarget, 'target'))

export const siteNotice = z
  .object({
    ...system,
    _type: z.literal('siteNotice'),
    text,
    link: noticeLink,
    from: z.iso.datetime({offset: true}),
    until: z.iso.datetime({offset: true}),
  })
  .superRefine(obeying((notice) => afterFrom(notice.until, notice), 'until'))

export type SiteNotice = z.infer<typeof siteNotice>
