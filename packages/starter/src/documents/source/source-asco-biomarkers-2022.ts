import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAscoBiomarkers2022: Unstored<Source> = {
  _id: 'source-asco-biomarkers-2022',
  _type: 'source',
  kind: 'guideline',
  title: 'Biomarkers for Systemic Therapy in Metastatic Breast Cancer: ASCO Guideline Update',
  publisher: 'Journal of Clinical Oncology',
  year: 2022,
  url: 'https://doi.org/10.1200/JCO.22.01063',
  doi: '10.1200/JCO.22.01063',
  accessedOn: '2026-11-23',
}
