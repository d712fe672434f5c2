import {z} from 'zod'
import {day, optional, system, text, webAddress} from '../field/field.ts'

export const sourceFields = z.object({
  ...system,
  _type: z.literal('source'),
  kind: z.enum(['guideline', 'regulator', 'label', 'charity', 'journal', 'government', 'other']),
  title: text,
  publisher: text,
  year: optional(z.number().int().min(1900).max(2100)),
  url: webAddress,
  pmid: optional(z.string().regex(/^\d+$/)),
  doi: optional(text),
  accessedOn: day,
  retracted: optional(z.boolean()),
})

export const source = sourceFields

export type Source = z.infer<typeof source>
