import type {SupportResource} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const breastcancerOrg: Unstored<SupportResource> = {
  _id: 'support-resource-breastcancer-org',
  _type: 'supportResource',
  name: 'Breastcancer.org',
  offers: 'Plain articles and online groups where you can write at any hour.',
  forWhom: 'Anyone, with a part for metastatic breast cancer',
  cost: 'free',
  area: 'Online',
  languages: ['en'],
  url: 'https://www.breastcancer.org',
  checkedOn: '2026-11-23',
  topics: ['learning', 'peer support'],
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
