import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceFdaTdxd: Unstored<Source> = {
  _id: 'source-fda-tdxd',
  _type: 'source',
  kind: 'regulator',
  title:
    'FDA approves fam-trastuzumab deruxtecan-nxki for unresectable or metastatic HR-positive, HER2-low or HER2-ultralow breast cancer',
  publisher: 'U.S. Food and Drug Administration',
  year: 2025,
  url: 'https://www.fda.gov/drugs/resources-information-approved-drugs/fda-approves-fam-trastuzumab-deruxtecan-nxki-unresectable-or-metastatic-hr-positive-her2-low-or-her2',
  accessedOn: '2026-11-23',
}
