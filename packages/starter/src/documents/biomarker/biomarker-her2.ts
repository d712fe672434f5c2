import type {Biomarker} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const biomarkerHer2: Unstored<Biomarker> = {
  _id: 'biomarker-her2',
  _type: 'biomarker',
  symbol: 'HER2',
  name: 'HER2 (ERBB2)',
  plainName: 'HER2',
  slug: slug('her2'),
  language: 'en',
  kind: 'protein',
  summary: 'A protein that helps control how cells grow. A lab scores it from 0 to 3+.',
  results: [
    {
      _key: 'her2-negative',
      _type: 'biomarkerResult',
      value: 'HER2-negative',
      meaning: 'The cells do not have high HER2. The score is 0 or 1+, or 2+ with a negative gene test.',
      treatmentClasses: refs('treatment-class-antibody-drug-conjugates'),
    },
    {
      _key: 'her2-low',
      _type: 'biomarkerResult',
      value: 'HER2-low',
      meaning: 'A small amount: score 1+, or 2+ with a negative gene test. It is part of HER2-negative.',
      treatmentClasses: refs('treatment-class-antibody-drug-conjugates'),
    },
    {
      _key: 'her2-ultralow',
      _type: 'biomarkerResult',
      value: 'HER2-ultralow',
      meaning: 'Score 0, but a few cells show a little stain. It is part of HER2-negative.',
      treatmentClasses: refs('treatment-class-antibody-drug-conjugates'),
    },
    {
      _key: 'her2-positive',
      _type: 'biomarkerResult',
      value: 'HER2-positive',
      meaning: 'High HER2: score 3+, or extra copies of the gene. Drugs aimed at HER2 are used.',
    },
  ],
  howTested: ['tissue'],
  howTestedNote: 'A stain called IHC gives a score. At 2+, a second test called ISH counts gene copies.',
  whenToTest: 'At first diagnosis, and again on a new piece of tumor when that can be done.',
  about: text(
    p(
      '{HER2-negative is not one single group.|fda-tdxd} Some of these cancers have a small amount of HER2. That can make [one more kind of treatment](treatment-class-antibody-drug-conjugates) an option later.',
    ),
    p(
      '{Labs now report a score of 0 or 1+ because it can decide if a drug may be used.|asco-cap-her2,cap-her2} {They do not name HER2-low as a result of its own.|asco-cap-her2} So ask for your exact score.',
    ),
  ),
  sources: sources('fda-tdxd', 'asco-cap-her2', 'cap-her2', 'tropics-02'),
  codes: [
    code('HGNC', 'HGNC:3430', 'ERBB2'),
    code('NCIt', 'C68749', 'HER2/Neu Negative'),
    code('LOINC', '85319-2', 'HER2 [Presence] in Breast cancer specimen by Immune stain'),
    code('LOINC', '85318-4', 'ERBB2 gene duplication [Presence] in Breast cancer specimen by FISH'),
  ],
}
