import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceMacmillanSymptoms: Unstored<Source> = {
  _id: 'source-macmillan-symptoms',
  _type: 'source',
  kind: 'charity',
  title: 'Signs and Symptoms of Secondary Breast Cancer',
  publisher: 'Macmillan Cancer Support',
  url: 'https://www.macmillan.org.uk/information-and-support/breast-cancer-secondary/understanding-cancer/signs-symptoms-secondary-breast-cancer.html',
  accessedOn: '2026-11-23',
}
