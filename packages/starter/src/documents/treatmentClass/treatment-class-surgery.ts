import type {TreatmentClass} from '@lantern/content/read'
import {slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const surgery: Unstored<TreatmentClass> = {
  _id: 'treatment-class-surgery',
  _type: 'treatmentClass',
  name: 'Surgery',
  plainName: 'an operation',
  slug: slug('surgery'),
  language: 'en',
  summary: 'An operation can fix a weak bone or ease a problem in one place.',
  howItWorks: text(
    p(
      '{In metastatic breast cancer, surgery most often treats one problem, such as pain, bleeding or a wound.|surgery-role} It can also support a bone that may break.',
    ),
    p(
      '{Four studies looked at taking out the breast tumor when cancer has already spread. In three of them, it did not help people live longer.|surgery-de-novo} Talk about your own case with your team.',
    ),
  ),
  howTaken: ['procedure'],
  howTakenNote: 'It is done in a hospital or surgery center.',
  commonEffects: ['Pain for a while', 'Tiredness', 'Time needed to heal'],
  seriousEffects: text(p('Ask which signs in a wound need a call, and whom to call at night.')),
  monitoring: text(p('Ask how the plan for your cancer drugs will fit around the operation.')),
  sources: sources('surgery-role', 'surgery-de-novo'),
}
