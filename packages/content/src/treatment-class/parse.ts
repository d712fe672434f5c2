import {z} from 'zod'
import {code, language, optional, references, seo, slug, system, text} from '../field/field.ts'
import {plainText} from '../portable-text/parse.ts'

export const treatmentClassFields = z.object({
  ...system,
  _type: z.literal('treatmentClass'),
  name: text,
  plainName: text,
  slug,
  language,
  summary: text,
  howItWorks: plainText,
  howTaken: z.array(z.enum(['pill', 'injection', 'infusion', 'procedure'])).min(1),
  howTakenNote: optional(text),
  exampleMedicines: optional(z.array(text)),
  commonEffects: z.array(text),
  seriousEffects: plainText,
  monitoring: plainText,
  biomarkers: optional(references),
  sources: references,
  codes: optional(z.array(code)),
  seo: optional(seo),
})

export const treatmentClass = treatmentClassFields

export type TreatmentClass = z.infer<typeof treatmentClass>
