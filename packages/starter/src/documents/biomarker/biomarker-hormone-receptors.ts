import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerHormoneReceptors: Unstored<Biomarker> = {
  _id: 'biomarker-hormone-receptors',
  _type: 'biomarker',
  symbol: 'HR',
  name: 'Hormone receptors',
  plainName: 'hormone receptors',
  slug: slug('hormone-receptors'),
  language: 'en',
  kind: 'receptor',
  summary: 'Proteins in a cell that hormones attach to. Estrogen and progesterone each have their own.',
  results: [
    {
      _key: 'hr-positive',
      _type: 'biomarkerResult',
      value: 'HR-positive',
      meaning:
        'The cancer cells have receptors for estrogen, progesterone or both. Hormones can help these cells grow.',
      treatmentClasses: refs('treatment-class-endocrine-therapy', 'treatment-class-cdk4-6-inhibitors'),
    },
    {
      _key: 'hr-negative',
      _type: 'biomarkerResult',
      value: 'HR-negative',
      meaning: 'The cancer cells have neither receptor. Hormone treatment is not expected to help.',
    },
  ],
  howTested: ['tissue'],
  howTestedNote: 'A lab stains a piece of the tumor and looks for the two receptors.',
  whenToTest: 'At first diagnosis, and again on a new piece of tumor when that can be done.',
  about: text(
    p(
      'HR stands for hormone receptor. The name covers two tests: [estrogen receptor](biomarker-er), or ER, and [progesterone receptor](biomarker-pr), or PR.',
    ),
    p(
      '{If either test is positive, the cancer is called hormone receptor-positive.|nci-ht} It means that drugs which lower or block hormones can work against it.',
    ),
  ),
  sources: sources('nci-ht', 'review-first-line-2023'),
  codes: [
    code('NCIt', 'C101267', 'ER and/or PR positive'),
    code(
      'ICD-10-CM',
      'Z17.411',
      'Hormone receptor positive with human epidermal growth factor receptor 2 negative status',
    ),
  ],
}
