import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionInheritedTesting: Unstored<Question> = {
  _id: 'question-inherited-testing',
  _type: 'question',
  text: 'Should I have a test for inherited gene changes, and what would it mean for my family?',
  whyItHelps: 'The result can open a treatment for you and matter for your relatives.',
  whenToAsk: 'Early in your care',
  topic: 'Test results',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
  treatmentClasses: refs('treatment-class-parp-inhibitors'),
}
