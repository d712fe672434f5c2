import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceTaxaneNerves: Unstored<Source> = {
  _id: 'source-taxane-nerves',
  _type: 'source',
  kind: 'journal',
  title: 'Overview of neuropathy associated with taxanes for the treatment of metastatic breast cancer',
  publisher: 'Cancer Chemotherapy and Pharmacology',
  year: 2015,
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC4365177',
  pmid: '25596818',
  accessedOn: '2026-11-24',
}
