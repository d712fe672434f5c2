import type {SupportResource} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const nciCancerInformationService: Unstored<SupportResource> = {
  _id: 'support-resource-nci-cancer-information-service',
  _type: 'supportResource',
  name: 'NCI Cancer Information Service',
  offers: 'Trained staff answer questions about cancer and help you look for clinical trials.',
  forWhom: 'Anyone with a question about cancer',
  cost: 'free',
  area: 'United States',
  languages: ['en', 'es'],
  phone: '1-800-422-6237',
  url: 'https://www.cancer.gov/contact',
  checkedOn: '2026-11-23',
  topics: ['helpline', 'clinical trials'],
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
