import {z} from 'zod'
import {describedUnlessDecorative, type Verdict} from './rules.ts'

/** What every stored document carries beside its own fields. */
export const system = {
  _id: z.string().min(1),
  _rev: z.string(),
  _createdAt: z.string(),
  _updatedAt: z.string(),
}

/** Text that says something; blanks alone do not. */
export const text = z.string().regex(/\S/, 'Expected text')

/** A list of which an empty one would leave a hole in the page. */
export const some = <Member extends z.ZodType>(member: Member) =>
  z.array(member).min(1, 'Expected at least one')

/** Makes a check of the Studio's forms in a parser too: what an editor may not publish, no reader gets. */
export const obeying =
  <Value>(rule: (value: Value) => Verdict, ...path: string[]) =>
  (value: Value, context: z.RefinementCtx): void => {
    const verdict = rule(value)
    if (verdict !== true) context.addIssue({code: 'custom', path, message: verdict})
  }

export const language = z.enum(['en', 'es'])
export const webAddress = z.url({protocol: /^https?$/})

export const slug = z.object({
  _type: z.literal('slug'),
  current: z.string().regex(/^[a-z0-9-]+$/, 'Expected small letters, digits and hyphens'),
})

/** A reference; in arrays it also has a `_key`. */
export const reference = z.object({
  _type: z.literal('reference'),
  _ref: text,
  _key: z.string().optional(),
  _weak: z.boolean().optional(),
})

export const code = z.object({
  _key: text,
  _type: z.literal('code'),
  system: z.enum(['ICD-10-CM', 'SNOMED CT', 'NCIt', 'RxNorm', 'LOINC', 'HGNC', 'MeSH']),
  code: text,
  display: text,
  checkedOn: z.iso.date().optional(),
})

export const seo = z.object({
  _type: z.literal('seo'),
  title: z.string().optional(),
  description: z.string().optional(),
  noindex: z.boolean().optional(),
})

const image = z.object({
  _type: z.literal('image'),
  asset: reference,
  hotspot: z.object({x: z.number(), y: z.number(), width: z.number(), height: z.number()}).optional(),
  crop: z.object({top: z.number(), bottom: z.number(), left: z.number(), right: z.number()}).optional(),
})

/** A picture; `alt` may be empty only when it is decorative. */
export const figure = z
  .object({
    _type: z.literal('figure'),
    _key: z.string().optional(),
    image,
    alt: z.string().default(''),
    decorative: z.boolean().optional(),
    caption: z.string().optional(),
    credit: z.string().optional(),
    licence: z.string().optional(),
  })
  .superRefine(obeying((shown) => describedUnlessDecorative(shown.alt, shown), 'alt'))
