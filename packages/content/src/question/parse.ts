import {z} from 'zod'
import {optional, references, system, text} from '../field/field.ts'

export const questionFields = z.object({
  ...system,
  _type: z.literal('question'),
  text: z.string().max(140).regex(/\?$/, 'expected a question mark at the end'),
  whyItHelps: text,
  whenToAsk: text,
  topic: text,
  conditions: optional(references),
  treatmentClasses: optional(references),
})

export const question = questionFields

export type Question = z.infer<typeof question>
