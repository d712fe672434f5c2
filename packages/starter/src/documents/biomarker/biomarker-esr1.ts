import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerEsr1: Unstored<Biomarker> = {
  _id: 'biomarker-esr1',
  _type: 'biomarker',
  symbol: 'ESR1',
  name: 'ESR1 mutation',
  plainName: 'ESR1 gene change',
  slug: slug('esr1'),
  language: 'en',
  kind: 'gene',
  summary: 'A change in the gene for the estrogen receptor. It can appear during hormone treatment.',
  results: [
    {
      _key: 'esr1-mutation-found',
      _type: 'biomarkerResult',
      value: 'ESR1 mutation found',
      meaning: 'The receptor can stay switched on. An oral SERD may be an option after endocrine therapy.',
      treatmentClasses: refs('treatment-class-oral-serds'),
    },
    {
      _key: 'no-esr1-mutation-found',
      _type: 'biomarkerResult',
      value: 'No ESR1 mutation found',
      meaning: 'Other treatments fit better for now. The test can be done again if the cancer grows.',
      treatmentClasses: refs('treatment-class-endocrine-therapy'),
    },
  ],
  howTested: ['blood', 'tissue'],
  howTestedNote: 'A blood test is preferred, because it finds the change more often.',
  whenToTest:
    'When the cancer comes back or grows during endocrine therapy, and again later if the first test is negative.',
  about: text(
    p(
      'An ESR1 change is in the tumor. It most often appears during treatment. {It is found more often in the blood than in an old piece of tumor.|fda-elacestrant,asco-biomarkers-2024}',
    ),
    p(
      '{Elacestrant and imlunestrant are pills for cancers with this change.|fda-elacestrant,bco-imlunestrant} They block the receptor, not the gene.',
    ),
  ),
  sources: sources('asco-biomarkers-2024', 'fda-elacestrant', 'bco-imlunestrant'),
  codes: [code('HGNC', 'HGNC:3467', 'ESR1')],
}
