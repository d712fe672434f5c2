import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceCapHer2: Unstored<Source> = {
  _id: 'source-cap-her2',
  _type: 'source',
  kind: 'guideline',
  title: 'HER2 Testing in Breast Cancer: 2023 update',
  publisher: 'College of American Pathologists',
  year: 2023,
  url: 'https://www.cap.org/protocols-and-guidelines/cap-guidelines/current-cap-guidelines/recommendations-for-human-epidermal-growth-factor-2-testing-in-breast-cancer',
  accessedOn: '2026-11-23',
}
