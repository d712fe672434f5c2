import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAcsPalliative: Unstored<Source> = {
  _id: 'source-acs-palliative',
  _type: 'source',
  kind: 'charity',
  title: 'What Is Palliative Care?',
  publisher: 'American Cancer Society',
  url: 'https://www.cancer.org/cancer/managing-cancer/palliative-care/what-is-palliative-care.html',
  accessedOn: '2026-11-23',
}
