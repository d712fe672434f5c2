import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceBcoImlunestrant: Unstored<Source> = {
  _id: 'source-bco-imlunestrant',
  _type: 'source',
  kind: 'charity',
  title: 'Imlunestrant for certain hormone receptor-positive breast cancers',
  publisher: 'Breastcancer.org',
  year: 2025,
  url: 'https://www.breastcancer.org/treatment/hormonal-therapy/imlunestrant',
  accessedOn: '2026-11-24',
}
