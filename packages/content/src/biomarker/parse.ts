import {z} from 'zod'
import {plainText} from '../portable-text/parse.ts'
import {code, language, reference, seo, slug, some, system, text} from '../values/parse.ts'

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
  results: some(biomarkerResult),
  howTested: some(z.enum(['tissue', 'blood', 'inherited'])),
  howTestedNote: z.string().optional(),
  whenToTest: text,
  about: plainText.optional(),
  sources: some(reference),
  codes: z.array(code).optional(),
  seo: seo.optional(),
})

export type Biomarker = z.infer<typeof biomarker>
