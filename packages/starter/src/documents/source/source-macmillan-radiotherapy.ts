import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceMacmillanRadiotherapy: Unstored<Source> = {
  _id: 'source-macmillan-radiotherapy',
  _type: 'source',
  kind: 'charity',
  title: 'Radiotherapy for Secondary Breast Cancer',
  publisher: 'Macmillan Cancer Support',
  url: 'https://www.macmillan.org.uk/cancer-information-and-support/treatments-and-drugs/radiotherapy-for-secondary-breast-cancer',
  accessedOn: '2026-11-23',
}
