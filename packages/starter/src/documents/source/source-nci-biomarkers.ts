import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceNciBiomarkers: Unstored<Source> = {
  _id: 'source-nci-biomarkers',
  _type: 'source',
  kind: 'government',
  title: 'Biomarker Testing for Cancer Treatment',
  publisher: 'National Cancer Institute',
  url: 'https://www.cancer.gov/about-cancer/treatment/types/biomarker-testing-cancer-treatment',
  accessedOn: '2026-11-23',
}
