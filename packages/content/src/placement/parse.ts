import {z} from 'zod'
import {reference, system, text} from '../values/parse.ts'

/** Where an invitation stands: at one document, or at every document of a type. */
export const placement = z
  .object({
    ...system,
    _type: z.literal('placement'),
    name: text,
    subject: reference.optional(),
    subjectType: z.enum(['article', 'condition']).optional(),
    callToAction: reference,
    position: z.enum(['articleEnd']),
    publicId: z.string().regex(/^[a-z0-9]{8,12}$/, 'Expected 8 to 12 small letters and digits'),
    from: z.iso.datetime({offset: true}).optional(),
    until: z.iso.datetime({offset: true}).optional(),
  })
  .refine(({subject, subjectType}) => (subject === undefined) !== (subjectType === undefined), {
    path: ['subject'],
    message: 'Expected either a subject or a subject type, and not both',
  })

export type Placement = z.infer<typeof placement>
