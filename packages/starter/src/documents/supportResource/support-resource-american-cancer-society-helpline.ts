import type {SupportResource} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const americanCancerSocietyHelpline: Unstored<SupportResource> = {
  _id: 'support-resource-american-cancer-society-helpline',
  _type: 'supportResource',
  name: 'American Cancer Society helpline',
  offers:
    'A person to talk to by phone, and by chat on weekdays. They can point you to rides, places to stay and other help.',
  forWhom: 'People with cancer and their families',
  cost: 'free',
  area: 'United States',
  languages: ['en'],
  phone: '1-800-227-2345',
  url: 'https://www.cancer.org',
  hours: 'Phone: all day, every day. Chat: weekdays.',
  checkedOn: '2026-11-23',
  topics: ['helpline', 'practical help'],
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
