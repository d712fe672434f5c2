import {z} from 'zod'
import {plainText} from '../portable-text/parse.ts'
import {reference, some, system, text} from '../values/parse.ts'

export const siteSettings = z.object({
  ...system,
  _type: z.literal('siteSettings'),
  siteName: text,
  tagline: text,
  disclaimer: text,
  sampleBanner: z.string().optional(),
  homeIntro: plainText,
  featuredArticles: some(reference),
  featuredConditions: some(reference),
  footerNote: z.string().optional(),
})

export type SiteSettings = z.infer<typeof siteSettings>
