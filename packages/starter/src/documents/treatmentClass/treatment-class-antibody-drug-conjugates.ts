import type {TreatmentClass} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const antibodyDrugConjugates: Unstored<TreatmentClass> = {
  _id: 'treatment-class-antibody-drug-conjugates',
  _type: 'treatmentClass',
  name: 'Antibody-drug conjugates',
  plainName: 'chemotherapy carried to cancer cells',
  slug: slug('antibody-drug-conjugates'),
  language: 'en',
  summary: 'An antibody finds the cancer cell and brings a strong drug to it.',
  howItWorks: text(
    p('An antibody is a protein that sticks to one target. In these medicines it carries chemotherapy.'),
    p(
      '{Trastuzumab deruxtecan looks for HER2, even when there is only a little of it.|fda-tdxd} {Sacituzumab govitecan and datopotamab deruxtecan look for a protein called TROP2.|sacituzumab-safety,fda-datopotamab}',
    ),
    p(
      '{They are options for HR+/HER2- metastatic breast cancer after endocrine therapy, and some only after chemotherapy.|fda-tdxd,fda-datopotamab,tropics-02}',
    ),
  ),
  howTaken: ['infusion'],
  howTakenNote: 'A nurse gives it through a drip into a vein.',
  exampleMedicines: ['trastuzumab deruxtecan', 'sacituzumab govitecan', 'datopotamab deruxtecan'],
  commonEffects: [
    'Nausea',
    'Tiredness',
    'Hair loss',
    'Low blood counts',
    'Diarrhea, most of all with sacituzumab govitecan',
    'Mouth sores and dry eyes with datopotamab deruxtecan',
  ],
  seriousEffects: text(
    p(
      '{Trastuzumab deruxtecan can inflame the lungs, and this can put your life at risk.|lbbc-tdxd} {Call at once if you have a cough, a fever, or find it hard to breathe.|lbbc-tdxd} {It can also affect the heart.|lbbc-tdxd}',
    ),
    p(
      '{With sacituzumab govitecan, low white blood cells and diarrhea can be severe.|sacituzumab-safety} {Datopotamab deruxtecan can inflame the front of the eye.|fda-datopotamab}',
    ),
  ),
  monitoring: text(
    p('Ask which heart, lung, eye and blood checks you will have. They differ from drug to drug.'),
  ),
  biomarkers: refs('biomarker-her2'),
  sources: sources('fda-tdxd', 'fda-datopotamab', 'tropics-02', 'sacituzumab-safety', 'lbbc-tdxd'),
  codes: [code('NCIt', 'C129823', 'Antineoplastic Antibody-Drug Conjugate')],
}
