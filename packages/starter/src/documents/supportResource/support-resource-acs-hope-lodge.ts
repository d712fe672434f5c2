import type {SupportResource} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const acsHopeLodge: Unstored<SupportResource> = {
  _id: 'support-resource-acs-hope-lodge',
  _type: 'supportResource',
  name: 'American Cancer Society Hope Lodge',
  offers: 'A free place to stay when your treatment is far from home.',
  forWhom: 'People in treatment, with one person who cares for them',
  cost: 'free',
  area: 'United States and Puerto Rico',
  languages: ['en'],
  phone: '1-800-227-2345',
  url: 'https://www.cancer.org/hopelodge',
  checkedOn: '2026-11-23',
  topics: ['lodging', 'practical help'],
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
