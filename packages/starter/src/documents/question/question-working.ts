import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionWorking: Unstored<Question> = {
  _id: 'question-working',
  _type: 'question',
  text: 'How will we know if it is working?',
  whyItHelps: 'You will know when scans or tests come, and what the results may mean.',
  whenToAsk: 'Before treatment starts',
  topic: 'Treatment',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
