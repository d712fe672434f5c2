import {z} from 'zod'
import {day, optional, references, system, text, webAddress} from '../field/field.ts'

export const supportResourceFields = z.object({
  ...system,
  _type: z.literal('supportResource'),
  name: text,
  offers: text,
  forWhom: text,
  cost: z.enum(['free', 'paid', 'mixed']),
  area: text,
  languages: z.array(z.enum(['en', 'es'])),
  phone: optional(text),
  url: webAddress,
  hours: optional(text),
  checkedOn: day,
  topics: z.array(text),
  conditions: optional(references),
})

export const supportResource = supportResourceFields

export type SupportResource = z.infer<typeof supportResource>
