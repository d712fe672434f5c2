import type {TreatmentClass} from '@lantern/content/read'
import {slug, sources, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const chemotherapy: Unstored<TreatmentClass> = {
  _id: 'treatment-class-chemotherapy',
  _type: 'treatmentClass',
  name: 'Chemotherapy',
  plainName: 'chemo',
  slug: slug('chemotherapy'),
  language: 'en',
  summary: 'These drugs kill cancer cells or stop them from dividing.',
  howItWorks: text(
    p(
      '{Chemotherapy travels through your blood and reaches cancer cells in most parts of the body.|acs-chemotherapy}',
    ),
    p(
      '{For HR+/HER2- metastatic breast cancer it most often comes after endocrine options.|review-management-2018,asco-biomarkers-2024} {It may come sooner if the cancer puts an organ at risk, or if endocrine therapy does not work.|review-management-2018}',
    ),
  ),
  howTaken: ['infusion', 'pill'],
  howTakenNote: 'Most drugs go into a vein. Some, such as capecitabine, are pills.',
  exampleMedicines: ['capecitabine', 'paclitaxel', 'docetaxel', 'eribulin'],
  commonEffects: [
    'Tiredness',
    'Low white blood cells',
    'Hair loss with some drugs',
    'Numb or tingling hands and feet with taxanes',
  ],
  seriousEffects: text(
    p(
      '{Chemotherapy can lower the white blood cells that fight infection.|cdc-infections} {Call your doctor right away if your temperature is 100.4°F (38°C) or higher.|cdc-infections}',
    ),
    p('{Paclitaxel and docetaxel can hurt the nerves of the hands and feet.|taxane-nerves}'),
  ),
  monitoring: text(
    p(
      'You have blood tests during treatment. {Ask when your white blood cells are likely to be lowest.|cdc-infections}',
    ),
  ),
  sources: sources(
    'acs-chemotherapy',
    'cdc-infections',
    'review-management-2018',
    'taxane-nerves',
    'asco-biomarkers-2024',
  ),
}
