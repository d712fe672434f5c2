import type {TreatmentClass} from '@lantern/content/read'
import {slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const radiationTherapy: Unstored<TreatmentClass> = {
  _id: 'treatment-class-radiation-therapy',
  _type: 'treatmentClass',
  name: 'Radiation therapy',
  plainName: 'high-energy rays',
  slug: slug('radiation-therapy'),
  language: 'en',
  summary: 'Rays aimed at one place can ease pain and protect bone or nerves.',
  howItWorks: text(
    p(
      '{A machine aims high-energy rays at one part of the body.|macmillan-radiotherapy} {They can ease bone pain, help to prevent a break, and treat cancer that presses on the spinal cord.|macmillan-radiotherapy,cancer-australia-radiotherapy}',
    ),
  ),
  howTaken: ['procedure'],
  howTakenNote: 'Sessions are short and do not hurt. Most people go home the same day.',
  commonEffects: [
    'Tiredness',
    'More pain for a short time before it gets better',
    'Other effects that depend on the place treated',
  ],
  seriousEffects: text(
    p(
      'Ask which effects to expect for the part of your body that is treated. Ask also whom to call if they get worse.',
    ),
  ),
  monitoring: text(
    p(
      '{Relief can take from a few days to some weeks.|macmillan-radiotherapy,cruk-radiotherapy} Tell your team how your pain changes.',
    ),
  ),
  sources: sources('macmillan-radiotherapy', 'cancer-australia-radiotherapy', 'cruk-radiotherapy'),
}
