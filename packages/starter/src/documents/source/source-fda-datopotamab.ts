import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceFdaDatopotamab: Unstored<Source> = {
  _id: 'source-fda-datopotamab',
  _type: 'source',
  kind: 'regulator',
  title:
    'FDA Approval Summary: Datopotamab deruxtecan-dlnk for unresectable or metastatic, HR-positive, HER2-negative breast cancer',
  publisher: 'Clinical Cancer Research',
  year: 2025,
  url: 'https://doi.org/10.1158/1078-0432.CCR-25-1388',
  pmid: '40864501',
  doi: '10.1158/1078-0432.CCR-25-1388',
  accessedOn: '2026-11-24',
}
