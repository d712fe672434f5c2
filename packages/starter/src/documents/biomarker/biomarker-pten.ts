import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerPten: Unstored<Biomarker> = {
  _id: 'biomarker-pten',
  _type: 'biomarker',
  symbol: 'PTEN',
  name: 'PTEN alteration',
  plainName: 'PTEN gene change',
  slug: slug('pten'),
  language: 'en',
  kind: 'gene',
  summary: 'PTEN holds back cell growth. In some tumors it is lost or does not work.',
  results: [
    {
      _key: 'pten-alteration-found',
      _type: 'biomarkerResult',
      value: 'PTEN alteration found',
      meaning: 'Capivasertib with fulvestrant may be an option after endocrine therapy.',
      treatmentClasses: refs('treatment-class-akt-inhibitors'),
    },
    {
      _key: 'no-pten-alteration-found',
      _type: 'biomarkerResult',
      value: 'No PTEN alteration found',
      meaning: 'Your team looks at the other results to choose a treatment.',
    },
  ],
  howTested: ['tissue', 'blood'],
  howTestedNote: 'It is part of a test that reads many genes of the tumor at once.',
  whenToTest: 'When the first treatment stops working, together with PIK3CA and AKT1.',
  about: text(
    p(
      '{PTEN keeps the PI3K and AKT signals low.|asco-biomarkers-2024,fda-capivasertib} When PTEN is lost, the signals grow stronger.',
    ),
  ),
  sources: sources('fda-capivasertib', 'asco-biomarkers-2024'),
  codes: [code('HGNC', 'HGNC:9588', 'PTEN')],
}
