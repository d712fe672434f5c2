import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionDailyLife: Unstored<Question> = {
  _id: 'question-daily-life',
  _type: 'question',
  text: 'How will I take it, and how often will I have visits and blood tests?',
  whyItHelps: 'You can plan work, family and travel around it.',
  whenToAsk: 'Before treatment starts',
  topic: 'Daily life',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
  treatmentClasses: refs('treatment-class-cdk4-6-inhibitors', 'treatment-class-endocrine-therapy'),
}
