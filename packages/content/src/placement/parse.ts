import {z} from 'zod'
import {obeying, reference, system, text} from '../values/parse.ts'
import {afterFrom, oneSubject} from '../values/rules.ts'

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
  .superRefine(obeying(oneSubject, 'subject'))
  .superRefine(obeying((placed) => afterFrom(placed.until, placed), 'until'))

export type Placement = z.infer<typeof placement>
