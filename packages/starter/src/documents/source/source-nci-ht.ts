import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceNciHt: Unstored<Source> = {
  _id: 'source-nci-ht',
  _type: 'source',
  kind: 'government',
  title: 'Hormone Therapy for Breast Cancer',
  publisher: 'National Cancer Institute',
  url: 'https://www.cancer.gov/types/breast/breast-hormone-therapy-fact-sheet',
  accessedOn: '2026-11-23',
}
