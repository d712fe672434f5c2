import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionOtherEffects: Unstored<Question> = {
  _id: 'question-other-effects',
  _type: 'question',
  text: 'Will it affect my bones, my heart, my blood sugar, my other drugs, or having children?',
  whyItHelps: 'Some checks are best done before the first day.',
  whenToAsk: 'Before treatment starts',
  topic: 'Side effects',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
