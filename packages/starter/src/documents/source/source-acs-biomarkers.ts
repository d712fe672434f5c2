import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAcsBiomarkers: Unstored<Source> = {
  _id: 'source-acs-biomarkers',
  _type: 'source',
  kind: 'charity',
  title: 'Biomarker Tests and Cancer Treatment',
  publisher: 'American Cancer Society',
  url: 'https://www.cancer.org/cancer/diagnosis-staging/tests/biomarker-tests.html',
  accessedOn: '2026-11-24',
}
