import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceCrukSpinalCord: Unstored<Source> = {
  _id: 'source-cruk-spinal-cord',
  _type: 'source',
  kind: 'charity',
  title: 'Spinal Cord Compression',
  publisher: 'Cancer Research UK',
  url: 'https://www.cancerresearchuk.org/about-cancer/coping/physically/spinal-cord-compression/about',
  accessedOn: '2026-11-24',
}
