import {z} from 'zod'
import {plainText} from '../portable-text/parse.ts'
import {code, language, reference, seo, slug, some, system, text} from '../values/parse.ts'

/** The conditions a class is used for are asked of the conditions, never stored here. */
export const treatmentClass = z.object({
  ...system,
  _type: z.literal('treatmentClass'),
  name: text,
  plainName: text,
  slug,
  language,
  summary: text,
  howItWorks: plainText,
  howTaken: some(z.enum(['pill', 'injection', 'infusion', 'procedure'])),
  howTakenNote: z.string().optional(),
  exampleMedicines: z.array(text).optional(),
  commonEffects: some(text),
  seriousEffects: plainText,
  monitoring: plainText,
  biomarkers: z.array(reference).optional(),
  sources: some(reference),
  codes: z.array(code).optional(),
  seo: seo.optional(),
})

export type TreatmentClass = z.infer<typeof treatmentClass>
