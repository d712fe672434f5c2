import type {Placement} from '@lantern/content/read'
import {ref, type Unstored} from '../../document.ts'

export const placementArticleEnd: Unstored<Placement> = {
  _id: 'placement-article-end',
  _type: 'placement',
  name: 'Companion app at the end of every article',
  subjectType: 'article',
  callToAction: ref('call-to-action-companion'),
  position: 'articleEnd',
  publicId: 'k7m2q9xw4t',
}
