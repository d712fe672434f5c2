import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceCrukSymptoms: Unstored<Source> = {
  _id: 'source-cruk-symptoms',
  _type: 'source',
  kind: 'charity',
  title: 'Symptoms of Secondary Breast Cancer',
  publisher: 'Cancer Research UK',
  url: 'https://www.cancerresearchuk.org/about-cancer/breast-cancer/secondary/symptoms',
  accessedOn: '2026-11-23',
}
