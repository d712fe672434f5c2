import {z} from 'zod'
import {optional, reference, system, text} from '../field/field.ts'

export const placementFields = z.object({
  ...system,
  _type: z.literal('placement'),
  name: text,
  subject: optional(reference),
  subjectType: optional(z.enum(['article', 'condition'])),
  callToAction: reference,
  position: z.literal('articleEnd'),
  publicId: z.string().regex(/^[a-z0-9]{8,12}$/, 'expected 8 to 12 lower-case letters and digits'),
  from: optional(z.iso.datetime({offset: true})),
  until: optional(z.iso.datetime({offset: true})),
})

export const placement = placementFields.refine(
  ({subject, subjectType}) => (subject === undefined) !== (subjectType === undefined),
  {
    path: ['subject'],
    message: 'expected either one subject or one type of subjects',
  },
)

export type Placement = z.infer<typeof placement>
