import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceFacsStaging: Unstored<Source> = {
  _id: 'source-facs-staging',
  _type: 'source',
  kind: 'charity',
  title: 'Breast Cancer Staging',
  publisher: 'American College of Surgeons',
  url: 'https://www.facs.org/for-patients/home-skills-for-patients/breast-cancer-surgery/breast-cancer-types/breast-cancer-staging/',
  accessedOn: '2026-11-23',
}
