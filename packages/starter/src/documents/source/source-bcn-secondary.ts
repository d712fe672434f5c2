import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceBcnSecondary: Unstored<Source> = {
  _id: 'source-bcn-secondary',
  _type: 'source',
  kind: 'charity',
  title: 'Secondary Breast Cancer: Diagnosis',
  publisher: 'Breast Cancer Now',
  url: 'https://breastcancernow.org/about-breast-cancer/secondary-breast-cancer/secondary-breast-cancer-diagnosis',
  accessedOn: '2026-11-24',
}
