import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceReviewEndocrine2017: Unstored<Source> = {
  _id: 'source-review-endocrine-2017',
  _type: 'source',
  kind: 'journal',
  title: 'Metastatic breast cancer: Endocrine therapy landscape reshaped',
  publisher: 'Avicenna Journal of Medicine',
  year: 2017,
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5655644',
  pmid: '29119080',
  doi: '10.4103/ajm.AJM_20_17',
  accessedOn: '2026-11-24',
}
