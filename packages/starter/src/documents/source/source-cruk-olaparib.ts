import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceCrukOlaparib: Unstored<Source> = {
  _id: 'source-cruk-olaparib',
  _type: 'source',
  kind: 'charity',
  title: 'Olaparib',
  publisher: 'Cancer Research UK',
  url: 'https://www.cancerresearchuk.org/about-cancer/treatment/drugs/olaparib-lynparza',
  accessedOn: '2026-11-24',
}
