import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionSideEffects: Unstored<Question> = {
  _id: 'question-side-effects',
  _type: 'question',
  text: 'Which side effects are urgent, and whom do I call at night or on a weekend?',
  whyItHelps: 'You will have the number ready before you need it.',
  whenToAsk: 'Before treatment starts',
  topic: 'Side effects',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
