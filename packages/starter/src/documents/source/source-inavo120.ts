import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceInavo120: Unstored<Source> = {
  _id: 'source-inavo120',
  _type: 'source',
  kind: 'journal',
  title: 'Inavolisib-Based Therapy in PIK3CA-Mutated Advanced Breast Cancer',
  publisher: 'New England Journal of Medicine',
  year: 2024,
  url: 'https://www.nejm.org/doi/full/10.1056/NEJMoa2404625',
  pmid: '39476340',
  doi: '10.1056/NEJMoa2404625',
  accessedOn: '2026-11-24',
}
