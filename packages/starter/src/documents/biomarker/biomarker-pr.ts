import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerPr: Unstored<Biomarker> = {
  _id: 'biomarker-pr',
  _type: 'biomarker',
  symbol: 'PR',
  name: 'Progesterone receptor',
  plainName: 'progesterone receptor',
  slug: slug('pr'),
  language: 'en',
  kind: 'receptor',
  summary: 'A protein in a cell. A hormone called progesterone attaches to it.',
  results: [
    {
      _key: 'pr-positive',
      _type: 'biomarkerResult',
      value: 'PR-positive',
      meaning: 'Progesterone can attach to these cells. The cancer counts as HR-positive.',
      treatmentClasses: refs('treatment-class-endocrine-therapy'),
    },
    {
      _key: 'pr-negative',
      _type: 'biomarkerResult',
      value: 'PR-negative',
      meaning: 'The cells do not carry this receptor. If ER is positive, the cancer is still HR-positive.',
    },
  ],
  howTested: ['tissue'],
  howTestedNote: 'It is tested along with the estrogen receptor, on the same piece of tumor.',
  whenToTest: 'At first diagnosis, together with the estrogen receptor test.',
  about: text(
    p(
      '{Most cancers that are ER-positive are also PR-positive.|nci-ht} {One positive result of the two is enough for the name HR-positive.|nci-ht}',
    ),
  ),
  sources: sources('nci-ht'),
  codes: [
    code('HGNC', 'HGNC:8910', 'PGR'),
    code('NCIt', 'C15496', 'Progesterone Receptor Positive'),
    code('LOINC', '85339-0', 'Progesterone receptor Ag [Presence] in Breast cancer specimen by Immune stain'),
  ],
}
