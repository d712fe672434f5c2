import {z} from 'zod'

/** Text that says something: empty and blank count as missing. */
export const text = z.string().trim().min(1, 'expected text')

/** A field that may be absent; GROQ answers null for it. */
export const optional = <T extends z.ZodType>(field: T) =>
  field.nullish().transform((value) => value ?? undefined)

export const slug = z.object({_type: z.literal('slug'), current: z.string().regex(/^[a-z0-9-]+$/)})
export const reference = z.object({_type: z.literal('reference'), _ref: z.string().min(1)})
export const references = z.array(reference)
export const language = z.enum(['en', 'es'])
export const day = z.iso.date()
export const webAddress = z.url({protocol: /^https?$/})

/** What every stored document carries; before its first save a document has no revision and no dates. */
export const system = {
  _id: z.string().min(1),
  _rev: z.string().default(''),
  _createdAt: z.string().default(''),
  _updatedAt: z.string().default(''),
}

export const code = z.object({
  _key: z.string(),
  _type: z.literal('code'),
  system: z.enum(['ICD-10-CM', 'SNOMED CT', 'NCIt', 'RxNorm', 'LOINC', 'HGNC', 'MeSH']),
  code: text,
  display: text,
  checkedOn: optional(day),
})

export const seo = z.object({
  _type: z.literal('seo'),
  title: optional(z.string().max(60)),
  description: optional(z.string().min(120).max(155)),
  noindex: optional(z.boolean()),
})
