import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceCancerAustraliaRadiotherapy: Unstored<Source> = {
  _id: 'source-cancer-australia-radiotherapy',
  _type: 'source',
  kind: 'government',
  title: 'Radiotherapy for Metastatic Breast Cancer',
  publisher: 'Cancer Australia',
  url: 'https://canceraustralia.gov.au/fil/node/1674',
  accessedOn: '2026-11-23',
}
