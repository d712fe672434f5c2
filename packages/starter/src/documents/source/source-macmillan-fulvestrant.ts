import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceMacmillanFulvestrant: Unstored<Source> = {
  _id: 'source-macmillan-fulvestrant',
  _type: 'source',
  kind: 'charity',
  title: 'Fulvestrant',
  publisher: 'Macmillan Cancer Support',
  url: 'https://www.macmillan.org.uk/cancer-information-and-support/treatments-and-drugs/fulvestrant',
  accessedOn: '2026-11-24',
}
