import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceBolero2Safety: Unstored<Source> = {
  _id: 'source-bolero-2-safety',
  _type: 'source',
  kind: 'journal',
  title:
    'Safety of everolimus plus exemestane in hormone receptor-positive advanced breast cancer: the BOLERO-2 trial',
  publisher: 'Annals of Oncology',
  year: 2014,
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3969554',
  accessedOn: '2026-11-24',
}
