import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceBcoTalking: Unstored<Source> = {
  _id: 'source-bco-talking',
  _type: 'source',
  kind: 'charity',
  title: 'Talking With Your Doctor About Metastatic Breast Cancer',
  publisher: 'Breastcancer.org',
  url: 'https://www.breastcancer.org/types/metastatic/treatment/talking-with-doctor',
  accessedOn: '2026-11-23',
}
