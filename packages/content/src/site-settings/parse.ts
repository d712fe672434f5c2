import {z} from 'zod'
import {optional, references, system, text} from '../field/field.ts'
import {plainText} from '../portable-text/parse.ts'

export const siteSettingsFields = z.object({
  ...system,
  _type: z.literal('siteSettings'),
  siteName: text,
  tagline: text,
  disclaimer: text,
  sampleBanner: optional(text),
  homeIntro: plainText,
  featuredArticles: references,
  featuredConditions: references,
  footerNote: optional(text),
})

export const siteSettings = siteSettingsFields

export type SiteSettings = z.infer<typeof siteSettings>
