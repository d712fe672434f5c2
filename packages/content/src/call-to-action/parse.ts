import {z} from 'zod'
import {reference, some, system, text} from '../values/parse.ts'

export const callToAction = z.object({
  ...system,
  _type: z.literal('callToAction'),
  name: text,
  heading: text,
  line: text,
  benefits: some(text).max(4),
  buttonLabel: text,
  legalLine: z.string().optional(),
  appProfile: reference,
})

export type CallToAction = z.infer<typeof callToAction>
