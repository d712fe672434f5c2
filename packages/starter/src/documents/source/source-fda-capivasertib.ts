import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceFdaCapivasertib: Unstored<Source> = {
  _id: 'source-fda-capivasertib',
  _type: 'source',
  kind: 'regulator',
  title:
    'US Food and Drug Administration Approval Summary: Capivasertib with fulvestrant for breast cancer with PIK3CA/AKT1/PTEN alterations',
  publisher: 'Journal of Clinical Oncology',
  year: 2024,
  url: 'https://doi.org/10.1200/JCO.24.00427',
  pmid: '39159418',
  doi: '10.1200/JCO.24.00427',
  accessedOn: '2026-11-24',
}
