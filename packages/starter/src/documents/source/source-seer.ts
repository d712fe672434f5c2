import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceSeer: Unstored<Source> = {
  _id: 'source-seer',
  _type: 'source',
  kind: 'government',
  title: 'Cancer Stat Facts: Female Breast Cancer Subtypes',
  publisher: 'National Cancer Institute, SEER Program',
  year: 2024,
  url: 'https://seer.cancer.gov/statfacts/html/breast-subtypes.html',
  accessedOn: '2026-11-23',
}
