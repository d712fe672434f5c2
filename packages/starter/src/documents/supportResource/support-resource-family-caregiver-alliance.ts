import type {SupportResource} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const familyCaregiverAlliance: Unstored<SupportResource> = {
  _id: 'support-resource-family-caregiver-alliance',
  _type: 'supportResource',
  name: 'Family Caregiver Alliance',
  offers: 'Tips and advice for people who look after someone they love.',
  forWhom: 'Family and friends who give care',
  cost: 'free',
  area: 'United States',
  languages: ['en', 'es'],
  phone: '1-800-445-8106',
  url: 'https://www.caregiver.org',
  checkedOn: '2026-11-23',
  topics: ['for carers'],
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
