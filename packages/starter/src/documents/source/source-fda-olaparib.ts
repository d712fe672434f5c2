import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceFdaOlaparib: Unstored<Source> = {
  _id: 'source-fda-olaparib',
  _type: 'source',
  kind: 'regulator',
  title: 'FDA D.I.S.C.O.: Olaparib for gBRCAm HER2-negative metastatic breast cancer',
  publisher: 'U.S. Food and Drug Administration',
  year: 2018,
  url: 'https://www.fda.gov/drugs/resources-information-approved-drugs/fda-disco-olaparib-gbrcam-her2-negative-metastatic-breast-cancer',
  accessedOn: '2026-11-23',
}
