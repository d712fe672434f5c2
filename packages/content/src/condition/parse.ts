import {z} from 'zod'
import {code, language, optional, reference, references, seo, slug, system, text} from '../field/field.ts'
import {plainText} from '../portable-text/parse.ts'

const treatmentOption = z.object({
  _key: z.string(),
  _type: z.literal('treatmentOption'),
  treatmentClass: reference,
  when: text,
  line: z.enum(['first', 'later', 'any']),
  biomarkerRule: optional(
    z.object({
      _type: z.literal('biomarkerRule'),
      kind: z.enum(['needs', 'allows']),
      biomarker: reference,
      result: text,
    }),
  ),
  sources: references.min(1, 'expected a source for every treatment option'),
})

export const conditionFields = z.object({
  ...system,
  _type: z.literal('condition'),
  name: text,
  plainName: text,
  alsoCalled: optional(z.array(text)),
  slug,
  stage: z.enum(['early', 'metastatic', 'any']),
  language,
  summary: text,
  sections: z.object({
    _type: z.literal('conditionSections'),
    whatItIs: plainText,
    whatTheNameMeans: plainText,
    spread: optional(plainText),
    treatments: plainText,
    support: optional(plainText),
    next: optional(plainText),
  }),
  biomarkers: references,
  treatmentOptions: z.array(treatmentOption),
  supportResources: optional(references),
  questions: optional(references),
  parentCondition: optional(reference),
  codes: z
    .array(code)
    .refine((codes) => codes.some(({system: name}) => name === 'ICD-10-CM' || name === 'NCIt'), {
      message: 'expected at least one code of ICD-10-CM or NCIt',
    }),
  seo: optional(seo),
})

export const condition = conditionFields

export type Condition = z.infer<typeof condition>
