import {z} from 'zod'
import {optional, reference, system, text} from '../field/field.ts'

export const callToActionFields = z.object({
  ...system,
  _type: z.literal('callToAction'),
  name: text,
  heading: text,
  line: text,
  benefits: z.array(text).max(4, 'expected at most four benefits'),
  buttonLabel: text,
  legalLine: optional(text),
  appProfile: reference,
})

export const callToAction = callToActionFields

export type CallToAction = z.infer<typeof callToAction>
