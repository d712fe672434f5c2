import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAcsStageIv: Unstored<Source> = {
  _id: 'source-acs-stage-iv',
  _type: 'source',
  kind: 'charity',
  title: 'Treatment of Stage IV (Metastatic) Breast Cancer',
  publisher: 'American Cancer Society',
  url: 'https://www.cancer.org/cancer/types/breast-cancer/treatment/treatment-of-breast-cancer-by-stage/treatment-of-stage-iv-advanced-breast-cancer.html',
  accessedOn: '2026-11-24',
}
