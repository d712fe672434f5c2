import type {SupportResource} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const livingBeyondBreastCancer: Unstored<SupportResource> = {
  _id: 'support-resource-living-beyond-breast-cancer',
  _type: 'supportResource',
  name: 'Living Beyond Breast Cancer',
  offers:
    'A helpline, and talks with others who have been there. Much of it is for people with metastatic cancer.',
  forWhom: 'People with breast cancer at any stage',
  cost: 'free',
  area: 'United States',
  languages: ['en'],
  phone: '888-753-5222',
  url: 'https://www.lbbc.org',
  checkedOn: '2026-11-23',
  topics: ['helpline', 'peer support', 'learning'],
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
