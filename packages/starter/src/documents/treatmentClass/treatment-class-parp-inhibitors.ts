import type {TreatmentClass} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const parpInhibitors: Unstored<TreatmentClass> = {
  _id: 'treatment-class-parp-inhibitors',
  _type: 'treatmentClass',
  name: 'PARP inhibitors',
  plainName: 'pills for an inherited BRCA change',
  slug: slug('parp-inhibitors'),
  language: 'en',
  summary: 'These pills stop cancer cells from fixing their damage.',
  howItWorks: text(
    p(
      'Cells fix their own DNA all the time. PARP is one of their tools, and BRCA1 and BRCA2 are others. {If BRCA already fails, blocking PARP leaves the cancer cell with no good way to fix itself.|cruk-olaparib}',
    ),
    p(
      '{Olaparib and talazoparib are for HER2-negative metastatic breast cancer in people who were born with a BRCA1 or BRCA2 change.|fda-olaparib,embraca-safety}',
    ),
  ),
  howTaken: ['pill'],
  howTakenNote: 'You take it at home.',
  exampleMedicines: ['olaparib', 'talazoparib'],
  commonEffects: ['Low red blood cells', 'Other low blood counts', 'Nausea', 'Vomiting'],
  seriousEffects: text(
    p(
      '{Blood counts can fall low enough to need treatment, such as a blood transfusion.|embraca-safety} {Contact your team as soon as you can if an effect is severe.|cruk-olaparib}',
    ),
  ),
  monitoring: text(p('{You have blood tests before you start and during treatment.|cruk-olaparib}')),
  biomarkers: refs('biomarker-brca1-brca2'),
  sources: sources('fda-olaparib', 'embraca-safety', 'cruk-olaparib', 'asco-biomarkers-2022'),
  codes: [code('NCIt', 'C62554', 'PARP Inhibitor')],
}
