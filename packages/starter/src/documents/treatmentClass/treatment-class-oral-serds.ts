import type {TreatmentClass} from '@lantern/content/read'
import {refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const oralSerds: Unstored<TreatmentClass> = {
  _id: 'treatment-class-oral-serds',
  _type: 'treatmentClass',
  name: 'Oral SERDs',
  plainName: 'hormone-blocking pills for an ESR1 change',
  slug: slug('oral-serds'),
  language: 'en',
  summary: 'These pills block the estrogen receptor and help the cell break it down.',
  howItWorks: text(
    p(
      'An ESR1 change can keep the estrogen receptor switched on. Some hormone drugs then stop working well. {Oral SERDs sit in the receptor, block it, and make it work less.|bco-imlunestrant}',
    ),
    p(
      '{Elacestrant and imlunestrant are for cancers with an ESR1 change, after at least one endocrine therapy.|fda-elacestrant,bco-imlunestrant} They do not block ESR1 itself. A blood test shows if the change is there.',
    ),
  ),
  howTaken: ['pill'],
  howTakenNote: 'You take it at home.',
  exampleMedicines: ['elacestrant', 'imlunestrant'],
  commonEffects: ['Nausea', 'Vomiting', 'Changes in blood fats'],
  seriousEffects: text(
    p(
      '{Blood fats can rise with elacestrant.|fda-elacestrant} Ask which signs your team wants you to report, and how fast.',
    ),
  ),
  monitoring: text(p('Ask your team which blood tests you need before and during treatment.')),
  biomarkers: refs('biomarker-esr1', 'biomarker-er'),
  sources: sources('fda-elacestrant', 'bco-imlunestrant', 'asco-biomarkers-2024'),
}
