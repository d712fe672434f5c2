import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAlpelisibCare: Unstored<Source> = {
  _id: 'source-alpelisib-care',
  _type: 'source',
  kind: 'journal',
  title: 'A multidisciplinary approach to optimizing care of patients treated with alpelisib',
  publisher: 'The Breast',
  year: 2021,
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8749445',
  pmid: '35016012',
  doi: '10.1016/j.breast.2021.12.016',
  accessedOn: '2026-11-24',
}
