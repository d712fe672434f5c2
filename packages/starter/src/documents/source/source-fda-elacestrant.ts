import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceFdaElacestrant: Unstored<Source> = {
  _id: 'source-fda-elacestrant',
  _type: 'source',
  kind: 'regulator',
  title:
    'US Food and Drug Administration Approval Summary: Elacestrant for ER-positive, HER2-negative, ESR1-mutated advanced or metastatic breast cancer',
  publisher: 'Journal of Clinical Oncology',
  year: 2024,
  url: 'https://doi.org/10.1200/jco.23.02112',
  doi: '10.1200/jco.23.02112',
  accessedOn: '2026-11-24',
}
