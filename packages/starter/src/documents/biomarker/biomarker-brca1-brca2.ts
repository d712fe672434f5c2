import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerBrca1Brca2: Unstored<Biomarker> = {
  _id: 'biomarker-brca1-brca2',
  _type: 'biomarker',
  symbol: 'BRCA1, BRCA2',
  name: 'BRCA1 and BRCA2 (inherited)',
  plainName: 'inherited BRCA change',
  slug: slug('brca1-brca2'),
  language: 'en',
  kind: 'gene',
  summary: 'Genes that help cells fix their DNA. A harmful change can be passed on in a family.',
  results: [
    {
      _key: 'harmful-change-found',
      _type: 'biomarkerResult',
      value: 'Harmful change found',
      meaning: 'A PARP inhibitor may be an option. Your relatives may want advice and a test as well.',
      treatmentClasses: refs('treatment-class-parp-inhibitors'),
    },
    {
      _key: 'change-of-unknown-meaning',
      _type: 'biomarkerResult',
      value: 'Change of unknown meaning',
      meaning: 'The lab cannot yet say if it matters. It is most often treated like a negative result.',
    },
    {
      _key: 'no-change-found',
      _type: 'biomarkerResult',
      value: 'No change found',
      meaning: 'A PARP inhibitor is not expected to be an option for this reason.',
    },
  ],
  howTested: ['inherited'],
  howTestedNote: 'It looks at the genes you were born with, most often in a blood sample.',
  whenToTest: 'When a PARP inhibitor could be a treatment for you. Ask about it early.',
  about: text(
    p(
      '{People with HER2-negative metastatic breast cancer who could have a PARP inhibitor should be tested.|asco-biomarkers-2022} {This is not the same as a test of the tumor.|nci-biomarkers}',
    ),
    p(
      '{A report may say pathogenic or likely pathogenic. Both mean a harmful change.|komen-genetic-results} {A variant of uncertain significance, or VUS, needs more study.|komen-genetic-results}',
    ),
  ),
  sources: sources('asco-biomarkers-2022', 'fda-olaparib', 'nci-biomarkers', 'komen-genetic-results'),
  codes: [
    code('HGNC', 'HGNC:1100', 'BRCA1'),
    code('HGNC', 'HGNC:1101', 'BRCA2'),
    code('LOINC', '21636-6', 'BRCA1 gene mutations found [Identifier]'),
    code('LOINC', '38530-2', 'BRCA2 gene mutations found [Identifier]'),
  ],
}
