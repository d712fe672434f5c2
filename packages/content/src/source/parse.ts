import {z} from 'zod'
import {system, text, webAddress} from '../values/parse.ts'

export const source = z.object({
  ...system,
  _type: z.literal('source'),
  kind: z.enum(['guideline', 'regulator', 'label', 'charity', 'journal', 'government', 'other']),
  title: text,
  publisher: text,
  year: z.int().optional(),
  url: webAddress,
  pmid: z.string().optional(),
  doi: z.string().optional(),
  accessedOn: z.iso.date(),
  retracted: z.boolean().optional(),
})

export type Source = z.infer<typeof source>
