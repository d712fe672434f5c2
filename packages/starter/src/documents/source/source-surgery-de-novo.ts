import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceSurgeryDeNovo: Unstored<Source> = {
  _id: 'source-surgery-de-novo',
  _type: 'source',
  kind: 'journal',
  title:
    'Primary-Site Local Therapy for Patients with De Novo Metastatic Breast Cancer: An Educational Review',
  publisher: 'Annals of Surgical Oncology',
  year: 2022,
  url: 'https://link.springer.com/10.1245/s10434-022-11900-x',
  doi: '10.1245/s10434-022-11900-x',
  accessedOn: '2026-11-23',
}
