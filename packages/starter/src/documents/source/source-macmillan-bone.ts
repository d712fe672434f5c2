import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceMacmillanBone: Unstored<Source> = {
  _id: 'source-macmillan-bone',
  _type: 'source',
  kind: 'charity',
  title: 'Bone-Strengthening Drugs for Secondary Breast Cancer',
  publisher: 'Macmillan Cancer Support',
  url: 'https://www.macmillan.org.uk/information-and-support/breast-cancer-secondary/treating/supportive-and-other-treatment/supportive-therapies/bone-strengthening-drugs-secondary-breast-cancer.html',
  accessedOn: '2026-11-23',
}
