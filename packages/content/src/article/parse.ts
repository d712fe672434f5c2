import {z} from 'zod'
import {figure} from '../figure/parse.ts'
import {language, optional, reference, references, seo, slug, system, text} from '../field/field.ts'
import {richText} from '../portable-text/parse.ts'

export const articleFields = z.object({
  ...system,
  _type: z.literal('article'),
  kind: z.enum(['explainer', 'whatToExpect', 'guide', 'recap']),
  title: text,
  slug,
  language,
  dek: text,
  hero: figure,
  body: richText,
  authors: references,
  audience: z.array(z.enum(['patient', 'carer'])),
  moment: z.enum(['newlyDiagnosed', 'inTreatment', 'changingTreatment', 'any']),
  mainCondition: optional(reference),
  related: optional(
    z
      .array(
        z.object({_key: z.string(), _type: z.literal('relatedArticle'), article: reference, excerpt: text}),
      )
      .max(4, 'expected at most four related articles'),
  ),
  seo: optional(seo),
})

export const article = articleFields

export type Article = z.infer<typeof article>
