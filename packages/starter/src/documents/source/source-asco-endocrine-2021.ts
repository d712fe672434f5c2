import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAscoEndocrine2021: Unstored<Source> = {
  _id: 'source-asco-endocrine-2021',
  _type: 'source',
  kind: 'guideline',
  title:
    'Endocrine Treatment and Targeted Therapy for Hormone Receptor-Positive, HER2-Negative Metastatic Breast Cancer: ASCO Guideline Update',
  publisher: 'Journal of Clinical Oncology',
  year: 2021,
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8659999',
  pmid: '34324367',
  doi: '10.1200/JCO.21.01392',
  accessedOn: '2026-11-23',
}
