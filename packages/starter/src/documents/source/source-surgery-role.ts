import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceSurgeryRole: Unstored<Source> = {
  _id: 'source-surgery-role',
  _type: 'source',
  kind: 'journal',
  title: 'Resection of primary lesion for patients with metastatic breast cancer: where are we now?',
  publisher: 'Chinese Clinical Oncology',
  year: 2018,
  url: 'https://cco.amegroups.org/article/view/19834/html',
  accessedOn: '2026-11-23',
}
