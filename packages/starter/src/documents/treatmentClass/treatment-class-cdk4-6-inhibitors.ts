import type {TreatmentClass} from '@lantern/content/read'
import {code, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const cdk46Inhibitors: Unstored<TreatmentClass> = {
  _id: 'treatment-class-cdk4-6-inhibitors',
  _type: 'treatmentClass',
  name: 'CDK4/6 inhibitors',
  plainName: 'pills that slow cell growth',
  slug: slug('cdk4-6-inhibitors'),
  language: 'en',
  summary: 'These pills block two proteins that tell cancer cells to divide.',
  howItWorks: text(
    p(
      'Cells need two proteins, called CDK4 and CDK6, to divide. {These pills block both, so the cancer grows and spreads more slowly.|lbbc-palbociclib}',
    ),
    p(
      '{You take them with endocrine therapy.|asco-biomarkers-2024} {Together, they are the first treatment for most people with HR+/HER2- metastatic breast cancer.|asco-biomarkers-2024,review-first-line-2023}',
    ),
  ),
  howTaken: ['pill'],
  howTakenNote: 'You take it at home. With some of these drugs, each cycle has days off.',
  exampleMedicines: ['palbociclib', 'ribociclib', 'abemaciclib'],
  commonEffects: [
    'Low white blood cells',
    'Tiredness',
    'Nausea',
    'Diarrhea, most of all with abemaciclib',
    'Mouth sores',
    'Thinner hair',
  ],
  seriousEffects: text(
    p(
      '{Low white blood cells make an infection more likely.|lbbc-palbociclib} {Call your team at once if you have signs of one, such as a fever or chills.|lbbc-palbociclib}',
    ),
    p(
      '{These drugs can, in a few people, inflame the lungs.|dailymed-ribociclib} {Call at once if you find it hard to breathe.|lbbc-palbociclib}',
    ),
    p('{Ribociclib can change the rhythm of the heart.|dailymed-ribociclib}'),
  ),
  monitoring: text(
    p(
      'You have blood tests before you start and during treatment. {With ribociclib you also have heart tracings, called ECGs, and liver tests.|dailymed-ribociclib}',
    ),
    p(
      '{Avoid grapefruit if you take palbociclib.|lbbc-palbociclib} {Tell your team about all your other medicines before you start.|lbbc-palbociclib}',
    ),
  ),
  biomarkers: refs('biomarker-hormone-receptors', 'biomarker-her2'),
  sources: sources(
    'lbbc-palbociclib',
    'dailymed-ribociclib',
    'medlineplus-abemaciclib',
    'asco-biomarkers-2024',
    'review-first-line-2023',
  ),
  codes: [code('NCIt', 'C2185', 'Cyclin-Dependent Kinase Inhibitor')],
}
