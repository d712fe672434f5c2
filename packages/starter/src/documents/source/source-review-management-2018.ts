import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceReviewManagement2018: Unstored<Source> = {
  _id: 'source-review-management-2018',
  _type: 'source',
  kind: 'journal',
  title:
    'Management of hormone-receptor positive human epidermal receptor 2 negative advanced or metastatic breast cancers',
  publisher: 'Annals of Translational Medicine',
  year: 2018,
  url: 'https://atm.amegroups.org/article/view/19998/html',
  accessedOn: '2026-11-23',
}
