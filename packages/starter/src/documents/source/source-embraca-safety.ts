import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceEmbracaSafety: Unstored<Source> = {
  _id: 'source-embraca-safety',
  _type: 'source',
  kind: 'journal',
  title:
    'Safety of talazoparib in germline BRCA1/2-mutated HER2-negative advanced breast cancer: the EMBRACA trial',
  publisher: 'The Oncologist',
  year: 2020,
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7066700',
  accessedOn: '2026-11-24',
}
