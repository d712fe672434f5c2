import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceKomenAi: Unstored<Source> = {
  _id: 'source-komen-ai',
  _type: 'source',
  kind: 'charity',
  title: 'Side Effects of Aromatase Inhibitors',
  publisher: 'Susan G. Komen',
  url: 'https://www.komen.org/breast-cancer/treatment/type/hormone-therapy/aromatase-inhibitors/side-effects/',
  accessedOn: '2026-11-23',
}
