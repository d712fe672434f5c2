import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionSupportiveCare: Unstored<Question> = {
  _id: 'question-supportive-care',
  _type: 'question',
  text: 'Can I see a palliative care team, a social worker or a counselor now?',
  whyItHelps: 'This help can start at any time, along with treatment.',
  whenToAsk: 'At any time',
  topic: 'Support',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
  treatmentClasses: refs('treatment-class-palliative-supportive-care'),
}
