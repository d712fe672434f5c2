import type {TreatmentClass} from '@lantern/content/read'
import {refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const aktInhibitors: Unstored<TreatmentClass> = {
  _id: 'treatment-class-akt-inhibitors',
  _type: 'treatmentClass',
  name: 'AKT inhibitors',
  plainName: 'pills for a PIK3CA, AKT1 or PTEN change',
  slug: slug('akt-inhibitors'),
  language: 'en',
  summary: 'These pills block AKT, a switch that helps some cancer cells grow.',
  howItWorks: text(
    p(
      'AKT is a switch in the same chain of growth signals as PI3K. A change in PIK3CA, AKT1 or PTEN can keep it on. {Capivasertib blocks AKT, and it is given with fulvestrant.|fda-capivasertib}',
    ),
    p('{It is for cancers with one of these changes, after endocrine therapy.|fda-capivasertib}'),
  ),
  howTaken: ['pill'],
  howTakenNote: 'You take it at home on some days of each week, along with shots of fulvestrant.',
  exampleMedicines: ['capivasertib'],
  commonEffects: ['Diarrhea', 'Rash', 'High blood sugar'],
  seriousEffects: text(
    p(
      '{Severe diarrhea, rash or high blood sugar can happen.|asco-biomarkers-2024,fda-capivasertib} Ask your team when to call.',
    ),
  ),
  monitoring: text(
    p(
      '{The drug can raise your blood sugar.|bco-blood-sugar} Ask how often yours will be checked, and tell your team if you have diabetes.',
    ),
  ),
  biomarkers: refs('biomarker-pik3ca', 'biomarker-akt1', 'biomarker-pten'),
  sources: sources('fda-capivasertib', 'asco-biomarkers-2024', 'bco-blood-sugar'),
}
