import {z} from 'zod'
import {plainText} from '../portable-text/parse.ts'
import {code, language, reference, seo, slug, system, text} from '../values/parse.ts'

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
  sources: z.array(reference).min(1),
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
  alsoCalled: z.array(z.string()).optional(),
  slug,
  stage: z.enum(['early', 'metastatic', 'any']),
  language,
  summary: text,
  sections: conditionSections,
  biomarkers: z.array(reference),
  treatmentOptions: z.array(treatmentOption),
  supportResources: z.array(reference).optional(),
  questions: z.array(reference).optional(),
  parentCondition: reference.optional(),
  codes: z.array(code).refine((codes) => codes.some(({system: of}) => of === 'ICD-10-CM' || of === 'NCIt'), {
    message: 'Expected at least one code of ICD-10-CM or NCIt',
  }),
  seo: seo.optional(),
})

export type Condition = z.infer<typeof condition>
