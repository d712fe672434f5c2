import type {TreatmentClass} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const endocrineTherapy: Unstored<TreatmentClass> = {
  _id: 'treatment-class-endocrine-therapy',
  _type: 'treatmentClass',
  name: 'Endocrine therapy',
  plainName: 'hormone therapy',
  slug: slug('endocrine-therapy'),
  language: 'en',
  summary: 'It lowers hormones or blocks them, so that the cancer grows more slowly.',
  howItWorks: text(
    p(
      '{Hormones such as estrogen can make this kind of cancer grow.|nci-ht} Endocrine therapy takes that signal away.',
    ),
    p(
      'Some drugs lower how much estrogen your body makes. Others block the place on the cell where estrogen attaches.',
    ),
    p(
      '{It is the base of treatment for HR+/HER2- metastatic breast cancer.|asco-biomarkers-2024} {At first it is most often paired with a [CDK4/6 inhibitor](treatment-class-cdk4-6-inhibitors).|asco-biomarkers-2024,review-first-line-2023}',
    ),
    p(
      'Before menopause, the ovaries make most of your estrogen. {Shots such as goserelin switch the ovaries off while you take them.|cruk-goserelin} {Men may need a drug of this kind too.|dailymed-ribociclib}',
    ),
  ),
  howTaken: ['pill', 'injection'],
  howTakenNote:
    'Some drugs are daily pills. Fulvestrant is a shot into a muscle. Goserelin goes under the skin.',
  exampleMedicines: ['letrozole', 'anastrozole', 'exemestane', 'tamoxifen', 'fulvestrant', 'goserelin'],
  commonEffects: [
    'Hot flashes',
    'Joint or muscle pain',
    'Vaginal dryness',
    'Thinner bones over time',
    'Soreness where a shot was given',
  ],
  seriousEffects: text(
    p('{Drugs that lower estrogen can thin your bones, and a bone may break more easily.|komen-ai}'),
    p(
      '{Tamoxifen can, in a few people, cause a blood clot, a stroke or cancer of the uterus.|medlineplus-tamoxifen} {Call at once for leg pain or swelling, sudden chest pain, trouble breathing, or trouble speaking.|medlineplus-tamoxifen} {Tell your doctor about any unusual vaginal bleeding.|medlineplus-tamoxifen}',
    ),
  ),
  monitoring: text(
    p(
      '{Your team may check how dense your bones are at the start, and again later.|komen-ai} Tell them about joint pain. {A switch to another drug of the same kind can help.|komen-ai}',
    ),
  ),
  biomarkers: refs('biomarker-hormone-receptors', 'biomarker-er', 'biomarker-pr', 'biomarker-esr1'),
  sources: sources(
    'nci-ht',
    'komen-ai',
    'asco-biomarkers-2024',
    'review-first-line-2023',
    'macmillan-fulvestrant',
    'cruk-goserelin',
    'dailymed-ribociclib',
    'medlineplus-tamoxifen',
  ),
  codes: [code('NCIt', 'C1740', 'Aromatase Inhibition Therapy')],
}
