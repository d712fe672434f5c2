import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerPik3ca: Unstored<Biomarker> = {
  _id: 'biomarker-pik3ca',
  _type: 'biomarker',
  symbol: 'PIK3CA',
  name: 'PIK3CA mutation',
  plainName: 'PIK3CA gene change',
  slug: slug('pik3ca'),
  language: 'en',
  kind: 'gene',
  summary: 'A change in the tumor that turns up a growth signal. It is common in HR-positive cancer.',
  results: [
    {
      _key: 'pik3ca-mutation-found',
      _type: 'biomarkerResult',
      value: 'PIK3CA mutation found',
      meaning: 'Alpelisib, inavolisib or capivasertib may be an option, each with fulvestrant.',
      treatmentClasses: refs('treatment-class-pi3k-inhibitors', 'treatment-class-akt-inhibitors'),
    },
    {
      _key: 'no-pik3ca-mutation-found',
      _type: 'biomarkerResult',
      value: 'No PIK3CA mutation found',
      meaning: 'These drugs may not fit. After a blood test, your team may also test the tumor.',
    },
  ],
  howTested: ['tissue', 'blood'],
  howTestedNote: 'If the blood test finds no change, the tumor is tested when a sample is at hand.',
  whenToTest: 'Early in care for metastatic cancer, or at the latest when the first treatment stops working.',
  about: text(
    p(
      '{Doctors test for PIK3CA to see if a PI3K inhibitor may help.|asco-biomarkers-2022} The change is in the tumor only, so this test is not about your family.',
    ),
  ),
  sources: sources('asco-biomarkers-2022', 'asco-biomarkers-2024', 'fda-capivasertib', 'inavo120'),
  codes: [code('HGNC', 'HGNC:8975', 'PIK3CA')],
}
