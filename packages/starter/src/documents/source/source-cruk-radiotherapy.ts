import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceCrukRadiotherapy: Unstored<Source> = {
  _id: 'source-cruk-radiotherapy',
  _type: 'source',
  kind: 'charity',
  title: 'Having Radiotherapy for Secondary Breast Cancer',
  publisher: 'Cancer Research UK',
  url: 'https://www.cancerresearchuk.org/about-cancer/breast-cancer/secondary/treatment/radiotherapy/having-radiotherapy',
  accessedOn: '2026-11-23',
}
