import {z} from 'zod'
import {system, text} from '../values/parse.ts'

export const person = z.object({
  ...system,
  _type: z.literal('person'),
  name: text,
  credentials: z.string().optional(),
  role: text,
  bio: z.string().optional(),
  sample: z.boolean().optional(),
})

export type Person = z.infer<typeof person>
