import type {SupportResource} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const shareCancerSupport: Unstored<SupportResource> = {
  _id: 'support-resource-share-cancer-support',
  _type: 'supportResource',
  name: 'SHARE Cancer Support',
  offers: 'Volunteers who have had cancer answer your call. They can match you with a person like you.',
  forWhom: 'People with breast cancer, metastatic cancer too, and those who care for them',
  cost: 'free',
  area: 'United States',
  languages: ['en', 'es'],
  phone: '844-275-7427',
  url: 'https://www.sharecancersupport.org',
  checkedOn: '2026-11-23',
  topics: ['helpline', 'peer support', 'for carers'],
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
