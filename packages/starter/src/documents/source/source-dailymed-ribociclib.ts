import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceDailymedRibociclib: Unstored<Source> = {
  _id: 'source-dailymed-ribociclib',
  _type: 'source',
  kind: 'label',
  title: 'Ribociclib tablets: label',
  publisher: 'DailyMed, National Library of Medicine',
  year: 2023,
  url: 'https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=aaeaef94-f3f5-4367-8ea2-b181d7be2da8',
  accessedOn: '2026-11-24',
}
