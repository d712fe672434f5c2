import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceBcoBloodSugar: Unstored<Source> = {
  _id: 'source-bco-blood-sugar',
  _type: 'source',
  kind: 'charity',
  title: 'Hyperglycemia (High Blood Sugar)',
  publisher: 'Breastcancer.org',
  url: 'https://www.breastcancer.org/treatment-side-effects/hyperglycemia',
  accessedOn: '2026-11-24',
}
