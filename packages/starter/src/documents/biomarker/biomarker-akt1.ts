import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerAkt1: Unstored<Biomarker> = {
  _id: 'biomarker-akt1',
  _type: 'biomarker',
  symbol: 'AKT1',
  name: 'AKT1 mutation',
  plainName: 'AKT1 gene change',
  slug: slug('akt1'),
  language: 'en',
  kind: 'gene',
  summary: 'A change in the tumor in the same chain of growth signals as PIK3CA.',
  results: [
    {
      _key: 'akt1-mutation-found',
      _type: 'biomarkerResult',
      value: 'AKT1 mutation found',
      meaning: 'Capivasertib with fulvestrant may be an option after endocrine therapy.',
      treatmentClasses: refs('treatment-class-akt-inhibitors'),
    },
    {
      _key: 'no-akt1-mutation-found',
      _type: 'biomarkerResult',
      value: 'No AKT1 mutation found',
      meaning: 'Your team looks at the other results to choose a treatment.',
    },
  ],
  howTested: ['tissue', 'blood'],
  howTestedNote: 'It is part of a test that reads many genes of the tumor at once.',
  whenToTest: 'When the first treatment stops working, together with PIK3CA and PTEN.',
  about: text(
    p(
      '{A change in AKT1 can be a reason to use an AKT inhibitor.|fda-capivasertib} {It is not a reason to use alpelisib.|asco-biomarkers-2024}',
    ),
  ),
  sources: sources('fda-capivasertib', 'asco-biomarkers-2024'),
  codes: [code('HGNC', 'HGNC:391', 'AKT1')],
}
