import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceLbbcTdxd: Unstored<Source> = {
  _id: 'source-lbbc-tdxd',
  _type: 'source',
  kind: 'charity',
  title: 'Targeted therapy: trastuzumab deruxtecan',
  publisher: 'Living Beyond Breast Cancer',
  year: 2021,
  url: 'https://www.lbbc.org/learn/treatments-and-research/targeted-therapy/targeted-therapy-her2-positive-breast-cancer-1',
  accessedOn: '2026-11-24',
}
