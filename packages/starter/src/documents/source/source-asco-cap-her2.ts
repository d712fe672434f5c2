import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceAscoCapHer2: Unstored<Source> = {
  _id: 'source-asco-cap-her2',
  _type: 'source',
  kind: 'guideline',
  title: 'HER2 Testing in Breast Cancer: ASCO-CAP Guideline Update',
  publisher: 'Archives of Pathology and Laboratory Medicine',
  year: 2023,
  url: 'https://meridian.allenpress.com/aplm/article/147/9/993/493531/Human-Epidermal-Growth-Factor-Receptor-2-Testing',
  accessedOn: '2026-11-23',
}
