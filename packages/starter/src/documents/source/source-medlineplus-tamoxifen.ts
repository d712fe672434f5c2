import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceMedlineplusTamoxifen: Unstored<Source> = {
  _id: 'source-medlineplus-tamoxifen',
  _type: 'source',
  kind: 'government',
  title: 'Tamoxifen',
  publisher: 'MedlinePlus, National Library of Medicine',
  url: 'https://medlineplus.gov/druginfo/meds/a682414.html',
  accessedOn: '2026-11-24',
}
