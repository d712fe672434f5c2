import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceMedlineplusAbemaciclib: Unstored<Source> = {
  _id: 'source-medlineplus-abemaciclib',
  _type: 'source',
  kind: 'government',
  title: 'Abemaciclib',
  publisher: 'MedlinePlus, National Library of Medicine',
  url: 'https://medlineplus.gov/druginfo/meds/a617049.html',
  accessedOn: '2026-11-23',
}
