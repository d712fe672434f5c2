import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceCrukGoserelin: Unstored<Source> = {
  _id: 'source-cruk-goserelin',
  _type: 'source',
  kind: 'charity',
  title: 'Goserelin for Breast Cancer',
  publisher: 'Cancer Research UK',
  url: 'https://www.cancerresearchuk.org/about-cancer/cancer-in-general/treatment/cancer-drugs/drugs/goserelin-breast-cancer',
  accessedOn: '2026-11-24',
}
