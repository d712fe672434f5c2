import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceCdcInfections: Unstored<Source> = {
  _id: 'source-cdc-infections',
  _type: 'source',
  kind: 'government',
  title: 'Preventing Infections During Chemotherapy',
  publisher: 'Centers for Disease Control and Prevention',
  url: 'https://www.cdc.gov/cancer/features/preventing-infections.html',
  accessedOn: '2026-11-24',
}
