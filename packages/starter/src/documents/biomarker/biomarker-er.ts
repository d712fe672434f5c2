import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerEr: Unstored<Biomarker> = {
  _id: 'biomarker-er',
  _type: 'biomarker',
  symbol: 'ER',
  name: 'Estrogen receptor',
  plainName: 'estrogen receptor',
  slug: slug('er'),
  language: 'en',
  kind: 'receptor',
  summary: 'A protein that estrogen attaches to. It can switch on growth in cancer cells.',
  results: [
    {
      _key: 'er-positive',
      _type: 'biomarkerResult',
      value: 'ER-positive',
      meaning:
        'Estrogen can help these cells grow. Endocrine therapy is likely to be part of your treatment.',
      treatmentClasses: refs('treatment-class-endocrine-therapy'),
    },
    {
      _key: 'er-negative',
      _type: 'biomarkerResult',
      value: 'ER-negative',
      meaning: 'The cells do not carry this receptor. The PR result then matters too.',
    },
  ],
  howTested: ['tissue'],
  howTestedNote: 'A lab stains a piece of the tumor from a biopsy or an operation.',
  whenToTest: 'At first diagnosis, and again when cancer has spread or grown, because the result can change.',
  about: text(
    p(
      '{About 67% to 80% of breast cancers in women are ER-positive.|nci-ht} Your report may show a share of cells that stain, and the word positive or negative.',
    ),
  ),
  sources: sources('nci-ht', 'review-first-line-2023'),
  codes: [
    code('NCIt', 'C15492', 'Estrogen Receptor Positive'),
    code('LOINC', '85337-4', 'Estrogen receptor Ag [Presence] in Breast cancer specimen by Immune stain'),
  ],
}
