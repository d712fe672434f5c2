import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceTropics02: Unstored<Source> = {
  _id: 'source-tropics-02',
  _type: 'source',
  kind: 'journal',
  title:
    'Overall survival with sacituzumab govitecan in hormone receptor-positive and HER2-negative metastatic breast cancer (TROPiCS-02)',
  publisher: 'The Lancet',
  year: 2023,
  url: 'https://pubmed.ncbi.nlm.nih.gov/37633306/',
  pmid: '37633306',
  accessedOn: '2026-11-24',
}
