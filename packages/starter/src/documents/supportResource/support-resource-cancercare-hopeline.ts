import type {SupportResource} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const cancercareHopeline: Unstored<SupportResource> = {
  _id: 'support-resource-cancercare-hopeline',
  _type: 'supportResource',
  name: 'CancerCare',
  offers: 'Social workers offer counseling, support groups and some help with costs.',
  forWhom: 'People with cancer, those who care for them, and the bereaved',
  cost: 'free',
  area: 'United States',
  languages: ['en', 'es'],
  phone: '800-813-4673',
  url: 'https://www.cancercare.org',
  hours: 'Monday to Thursday, 10 a.m. to 6 p.m. ET. Friday, 10 a.m. to 5 p.m. ET.',
  checkedOn: '2026-11-23',
  topics: ['counseling', 'support groups', 'costs'],
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
