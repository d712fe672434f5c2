import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAscoBiomarkers2024: Unstored<Source> = {
  _id: 'source-asco-biomarkers-2024',
  _type: 'source',
  kind: 'guideline',
  title: 'Biomarkers for Systemic Therapy in Metastatic Breast Cancer: ASCO guideline, rapid update',
  publisher: 'American Society of Clinical Oncology',
  year: 2024,
  url: 'https://ace.asco.org/guidelines/9676',
  accessedOn: '2026-11-23',
}
