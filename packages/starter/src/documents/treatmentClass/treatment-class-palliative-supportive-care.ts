import type {TreatmentClass} from '@lantern/content/read'
import {slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const palliativeSupportiveCare: Unstored<TreatmentClass> = {
  _id: 'treatment-class-palliative-supportive-care',
  _type: 'treatmentClass',
  name: 'Palliative care',
  plainName: 'supportive care',
  slug: slug('palliative-supportive-care'),
  language: 'en',
  summary: 'Extra care for pain, side effects, worry and daily life, at any stage.',
  howItWorks: text(
    p(
      '{Palliative care eases symptoms and stress for you and for those close to you.|acs-palliative} {It can start at diagnosis and goes along with your cancer treatment.|acs-palliative}',
    ),
    p(
      '{It is not the same as hospice.|acs-palliative} Hospice is for a time when the cancer is no longer treated. Palliative care is for any time.',
    ),
  ),
  howTaken: ['pill'],
  howTakenNote:
    'Medicines for symptoms are often pills. Much of the care is talk, planning and help at home.',
  commonEffects: [
    'The care is made to have few effects of its own',
    'Medicines for symptoms can have effects, which your team will explain',
  ],
  seriousEffects: text(p('{Tell your team about a new symptom, or one that gets worse.|macmillan-symptoms}')),
  monitoring: text(p('The team asks how you feel at each visit and changes the plan with you.')),
  sources: sources('acs-palliative', 'macmillan-symptoms'),
}
