import {z} from 'zod'
import {optional, reference} from '../field/field.ts'

const share = z.number().min(0).max(1)

/** A picture with what someone needs who cannot see it. */
export const figure = z
  .object({
    _type: z.literal('figure'),
    _key: optional(z.string()),
    image: z.object({
      _type: z.literal('image'),
      asset: reference,
      hotspot: optional(z.object({x: share, y: share, width: share, height: share})),
      crop: optional(z.object({top: share, bottom: share, left: share, right: share})),
    }),
    alt: optional(z.string().max(125)).transform((value) => value ?? ''),
    decorative: optional(z.boolean()),
    caption: optional(z.string()),
    credit: optional(z.string()),
    licence: optional(z.string()),
  })
  .refine(({alt, decorative}) => decorative === true || alt.length >= 5, {
    path: ['alt'],
    message: 'expected a description of 5 to 125 characters, unless the picture is decorative',
  })
