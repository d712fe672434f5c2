import type {TreatmentClass} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const pi3kInhibitors: Unstored<TreatmentClass> = {
  _id: 'treatment-class-pi3k-inhibitors',
  _type: 'treatmentClass',
  name: 'PI3K inhibitors',
  plainName: 'pills for a PIK3CA change',
  slug: slug('pi3k-inhibitors'),
  language: 'en',
  summary: 'These pills block a growth signal that a PIK3CA change has turned up.',
  howItWorks: text(
    p(
      'PI3K is part of a chain of signals that tells cells to grow. A PIK3CA change in the tumor turns the signal up. {These pills turn it down.|alpelisib-care}',
    ),
    p(
      '{Alpelisib is given with fulvestrant.|asco-endocrine-2021} {Inavolisib is given with palbociclib and fulvestrant.|inavo120}',
    ),
  ),
  howTaken: ['pill'],
  howTakenNote: 'You take it at home, along with shots of fulvestrant.',
  exampleMedicines: ['alpelisib', 'inavolisib'],
  commonEffects: ['High blood sugar', 'Rash', 'Diarrhea', 'Nausea', 'Less appetite'],
  seriousEffects: text(
    p(
      '{High blood sugar is common, and it can be severe.|alpelisib-care,bco-blood-sugar} {Signs are great thirst, a need to pass water often, and blurred sight.|bco-blood-sugar} {Call your team if you notice them.|bco-blood-sugar}',
    ),
    p('{A rash can also be severe.|alpelisib-care} Ask your team what to do if you get one.'),
  ),
  monitoring: text(
    p(
      '{Your blood sugar is checked before you start and often in the first weeks.|alpelisib-care} Tell your team if you have diabetes, or have been told you may get it.',
    ),
  ),
  biomarkers: refs('biomarker-pik3ca'),
  sources: sources('alpelisib-care', 'inavo120', 'asco-endocrine-2021', 'bco-blood-sugar'),
  codes: [code('NCIt', 'C2152', 'Phosphatidylinositide 3-Kinase Inhibitor')],
}
