import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionNext: Unstored<Question> = {
  _id: 'question-next',
  _type: 'question',
  text: 'What happens if this treatment stops working?',
  whyItHelps: 'Many people have several treatments in turn. It can help to know the next step.',
  whenToAsk: 'When you feel ready to ask',
  topic: 'Treatment',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
