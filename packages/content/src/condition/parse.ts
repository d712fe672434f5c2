import {z} from 'zod'
import {plainText} from '../portable-text/parse.ts'
import {code, language, obeying, reference, seo, slug, some, system, text} from '../values/parse.ts'
import {classified} from '../values/rules.ts'

export const biomarkerRule = z.object({
  _type: z.literal('biomarkerRule'),
  kind: z.enum(['needs', 'allows']),
  biomarker: reference,
  result: text,
})

export const treatmentOption = z.object({
  _key: text,
  _type: z.literal('treatmentOption'),
  treatmentClass: reference,
  when: text,
  line: z.enum(['first', 'later', 'any']),
  biomarkerRule: biomarkerRule.optional(),
  sources: some(reference),
})

export const conditionSections = z.object({
  _type: z.literal('conditionSections'),
  whatItIs: plainText,
  whatTheNameMeans: plainText,
  spread: plainText.optional(),
  treatments: plainText,
  support: plainText.optional(),
  next: plainText.optional(),
})

export const condition = z.object({
  ...system,
  _type: z.literal('condition'),
  name: text,
  plainName: text,
  alsoCalled: z.array(text).optional(),
  slug,
  stage: z.enum(['early', 'metastatic', 'any']),
  language,
  summary: text,
  sections: conditionSections,
  biomarkers: some(reference),
  treatmentOptions: some(treatmentOption),
  supportResources: z.array(reference).optional(),
  questions: z.array(reference).optional(),
  parentCondition: reference.optional(),
  codes: z.array(code).superRefine(obeying(classified)),
  seo: seo.optional(),
})

export type Condition = z.infer<typeof condition>
