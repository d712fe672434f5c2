import {z} from 'zod'
import {reference, system, text} from '../values/parse.ts'

export const question = z.object({
  ...system,
  _type: z.literal('question'),
  text,
  whyItHelps: text,
  whenToAsk: text,
  topic: text,
  conditions: z.array(reference).optional(),
  treatmentClasses: z.array(reference).optional(),
})

export type Question = z.infer<typeof question>
