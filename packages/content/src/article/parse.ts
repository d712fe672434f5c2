import {z} from 'zod'
import {richText} from '../portable-text/parse.ts'
import {figure, language, reference, seo, slug, some, system, text} from '../values/parse.ts'

export const relatedArticle = z.object({
  _key: text,
  _type: z.literal('relatedArticle'),
  article: reference,
  excerpt: text,
})

export const article = z.object({
  ...system,
  _type: z.literal('article'),
  kind: z.enum(['explainer', 'whatToExpect', 'guide', 'recap']),
  title: text,
  slug,
  language,
  dek: text,
  hero: figure,
  body: richText,
  authors: some(reference),
  audience: some(z.enum(['patient', 'carer'])),
  moment: z.enum(['newlyDiagnosed', 'inTreatment', 'changingTreatment', 'any']),
  mainCondition: reference.optional(),
  related: z.array(relatedArticle).max(4).optional(),
  seo: seo.optional(),
})

export type Article = z.infer<typeof article>
