import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAcsFever: Unstored<Source> = {
  _id: 'source-acs-fever',
  _type: 'source',
  kind: 'charity',
  title: 'Fever',
  publisher: 'American Cancer Society',
  url: 'https://www.cancer.org/cancer/managing-cancer/side-effects/low-blood-counts/fever.html',
  accessedOn: '2026-11-24',
}
