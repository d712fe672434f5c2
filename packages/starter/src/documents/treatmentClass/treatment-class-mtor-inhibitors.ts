import type {TreatmentClass} from '@lantern/content/read'
import {code, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const mtorInhibitors: Unstored<TreatmentClass> = {
  _id: 'treatment-class-mtor-inhibitors',
  _type: 'treatmentClass',
  name: 'mTOR inhibitors',
  plainName: 'pills that block mTOR',
  slug: slug('mtor-inhibitors'),
  language: 'en',
  summary: 'These pills block mTOR, a switch that helps cancer cells grow.',
  howItWorks: text(
    p(
      'mTOR is one more switch in the chain of growth signals. {Everolimus blocks it, and it is given with the hormone drug exemestane.|bolero-2-safety}',
    ),
    p('{It can be used whatever the gene tests of the tumor show.|asco-biomarkers-2024}'),
  ),
  howTaken: ['pill'],
  howTakenNote: 'You take it at home.',
  exampleMedicines: ['everolimus'],
  commonEffects: ['Mouth sores', 'Rash', 'Infections', 'High blood sugar'],
  seriousEffects: text(
    p(
      '{Everolimus can inflame the lungs.|bolero-2-safety} {Tell your team at once about a new cough or trouble breathing.|bolero-2-safety}',
    ),
  ),
  monitoring: text(
    p(
      '{Mouth sores, high blood sugar and most other effects come early.|bolero-2-safety} Ask about a mouthwash and blood tests before you start.',
    ),
  ),
  sources: sources('bolero-2-safety', 'asco-biomarkers-2024'),
  codes: [code('NCIt', 'C2201', 'mTOR Inhibitor')],
}
