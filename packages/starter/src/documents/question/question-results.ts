import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionResults: Unstored<Question> = {
  _id: 'question-results',
  _type: 'question',
  text: 'What are my ER, PR and HER2 results, with the exact HER2 score?',
  whyItHelps: 'The exact score can show options that the word negative hides.',
  whenToAsk: 'At your first visits',
  topic: 'Test results',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
