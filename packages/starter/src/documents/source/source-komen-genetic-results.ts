import type {Source} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const sourceKomenGeneticResults: Unstored<Source> = {
  _id: 'source-komen-genetic-results',
  _type: 'source',
  kind: 'charity',
  title: 'Understanding Your Genetic Test Results',
  publisher: 'Susan G. Komen',
  url: 'https://www.komen.org/breast-cancer/risk-factor/gene-mutations-genetic-testing/understanding-your-genetic-test-results',
  accessedOn: '2026-11-24',
}
