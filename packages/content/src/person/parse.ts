import {z} from 'zod'
import {optional, system, text} from '../field/field.ts'

export const personFields = z.object({
  ...system,
  _type: z.literal('person'),
  name: text,
  credentials: optional(text),
  role: text,
  bio: optional(text),
  sample: optional(z.boolean()),
})

export const person = personFields

export type Person = z.infer<typeof person>
