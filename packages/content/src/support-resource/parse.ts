import {z} from 'zod'
import {reference, some, system, text, webAddress} from '../values/parse.ts'

export const supportResource = z.object({
  ...system,
  _type: z.literal('supportResource'),
  name: text,
  offers: text,
  forWhom: text,
  cost: z.enum(['free', 'paid', 'mixed']),
  area: text,
  languages: some(text),
  phone: z.string().optional(),
  url: webAddress,
  hours: z.string().optional(),
  checkedOn: z.iso.date(),
  topics: some(text),
  conditions: z.array(reference).optional(),
})

export type SupportResource = z.infer<typeof supportResource>
