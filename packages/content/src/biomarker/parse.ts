import {z} from 'zod'
import {plainText} from '../portable-text/parse.ts'
import {code, language, reference, seo, slug, system, text} from '../values/parse.ts'

export const biomarkerResult = z.object({
  _key: text,
  _type: z.literal('biomarkerResult'),
  value: text,
  meaning: text,
  treatmentClasses: z.array(reference).optional(),
})

export const biomarker = z.object({
  ...system,
  _type: z.literal('biomarker'),
  symbol: text,
  name: text,
  plainName: text,
  slug,
  language,
  kind: z.enum(['receptor', 'gene', 'protein', 'signature']),
  summary: text,
  results: z.array(biomarkerResult).min(1),
  howTested: z.array(z.enum(['tissue', 'blood', 'inherited'])),
  howTestedNote: z.string().optional(),
  whenToTest: text,
  about: plainText.optional(),
  sources: z.array(reference),
  codes: z.array(code).optional(),
  seo: seo.optional(),
})

export type Biomarker = z.infer<typeof biomarker>
