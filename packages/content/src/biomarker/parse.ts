import {z} from 'zod'
import {code, language, optional, references, seo, slug, system, text} from '../field/field.ts'
import {plainText} from '../portable-text/parse.ts'

export const biomarkerFields = z.object({
  ...system,
  _type: z.literal('biomarker'),
  symbol: text,
  name: text,
  plainName: text,
  slug,
  language,
  kind: z.enum(['receptor', 'gene', 'protein', 'signature']),
  summary: text,
  results: z
    .array(
      z.object({
        _key: z.string(),
        _type: z.literal('biomarkerResult'),
        value: text,
        meaning: text,
        treatmentClasses: optional(references),
      }),
    )
    .min(1, 'expected at least one result with its plain meaning'),
  howTested: z.array(z.enum(['tissue', 'blood', 'inherited'])),
  howTestedNote: optional(text),
  whenToTest: text,
  about: optional(plainText),
  sources: references,
  codes: optional(z.array(code)),
  seo: optional(seo),
})

export const biomarker = biomarkerFields

export type Biomarker = z.infer<typeof biomarker>
