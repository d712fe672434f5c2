import {z} from 'zod'
import {reference, system, text, webAddress} from '../values/parse.ts'

export const supportResource = z.object({
  ...system,
  _type: z.literal('supportResource'),
  name: text,
  offers: text,
  forWhom: text,
  cost: z.enum(['free', 'paid', 'mixed']),
  area: text,
  languages: z.array(z.string()),
  phone: z.string().optional(),
  url: webAddress,
  hours: z.string().optional(),
  checkedOn: z.iso.date(),
  topics: z.array(z.string()),
  conditions: z.array(reference).optional(),
})

export type SupportResource = z.infer<typeof supportResource>
