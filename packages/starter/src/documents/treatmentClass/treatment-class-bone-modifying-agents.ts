import type {TreatmentClass} from '@lantern/content/read'
import {code, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const boneModifyingAgents: Unstored<TreatmentClass> = {
  _id: 'treatment-class-bone-modifying-agents',
  _type: 'treatmentClass',
  name: 'Bone-modifying drugs',
  plainName: 'bone-strengthening drugs',
  slug: slug('bone-modifying-agents'),
  language: 'en',
  summary: 'These drugs make bones stronger when cancer is in the bone.',
  howItWorks: text(
    p(
      '{They lower the risk of a broken bone and can ease bone pain.|macmillan-bone} {They also treat too much calcium in the blood.|macmillan-bone}',
    ),
  ),
  howTaken: ['infusion', 'injection'],
  howTakenNote: 'Zoledronic acid goes into a vein. Denosumab is a shot under the skin.',
  exampleMedicines: ['zoledronic acid', 'denosumab', 'pamidronate'],
  commonEffects: ['Aches, as with the flu, after a drip', 'Low calcium'],
  seriousEffects: text(
    p(
      '{Part of the jaw bone can be damaged, though not often.|macmillan-bone} {Tell your team if you have jaw pain or a loose tooth.|macmillan-bone}',
    ),
    p('{Some of these drugs can affect the kidneys.|macmillan-bone}'),
  ),
  monitoring: text(
    p(
      '{See a dentist before you start, and tell the dentist which drug you take.|macmillan-bone} You have blood tests for calcium and for your kidneys.',
    ),
  ),
  sources: sources('macmillan-bone'),
  codes: [code('NCIt', 'C67439', 'Bone Resorption Inhibitor')],
}
