import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceReviewFirstLine2023: Unstored<Source> = {
  _id: 'source-review-first-line-2023',
  _type: 'source',
  kind: 'journal',
  title: 'First-line treatment of HR+/HER2- advanced breast cancer in Canada: a review of best practice',
  publisher: 'Current Oncology',
  year: 2023,
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10297170',
  accessedOn: '2026-11-23',
}
