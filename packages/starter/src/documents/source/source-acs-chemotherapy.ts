import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAcsChemotherapy: Unstored<Source> = {
  _id: 'source-acs-chemotherapy',
  _type: 'source',
  kind: 'charity',
  title: 'Chemotherapy for Breast Cancer',
  publisher: 'American Cancer Society',
  url: 'https://www.cancer.org/cancer/types/breast-cancer/treatment/chemotherapy-for-breast-cancer.html',
  accessedOn: '2026-11-24',
}
