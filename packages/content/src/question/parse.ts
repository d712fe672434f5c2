import {z} from 'zod'
import {obeying, reference, system, text} from '../values/parse.ts'
import {endsWithQuestionMark} from '../values/rules.ts'

export const question = z.object({
  ...system,
  _type: z.literal('question'),
  text: text.superRefine(obeying(endsWithQuestionMark)),
  whyItHelps: text,
  whenToAsk: text,
  topic: text,
  conditions: z.array(reference).optional(),
  treatmentClasses: z.array(reference).optional(),
})

export type Question = z.infer<typeof question>
