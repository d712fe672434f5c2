import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceLbbcPalbociclib: Unstored<Source> = {
  _id: 'source-lbbc-palbociclib',
  _type: 'source',
  kind: 'charity',
  title: 'Palbociclib',
  publisher: 'Living Beyond Breast Cancer',
  year: 2015,
  url: 'https://www.lbbc.org/node/1704',
  accessedOn: '2026-11-23',
}
