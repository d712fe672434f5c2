import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceSacituzumabSafety: Unstored<Source> = {
  _id: 'source-sacituzumab-safety',
  _type: 'source',
  kind: 'journal',
  title:
    'Safety analyses from the phase 3 ASCENT trial of sacituzumab govitecan in metastatic triple-negative breast cancer',
  publisher: 'npj Breast Cancer',
  year: 2022,
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC9424318',
  pmid: '36038616',
  doi: '10.1038/s41523-022-00467-1',
  accessedOn: '2026-11-24',
}
