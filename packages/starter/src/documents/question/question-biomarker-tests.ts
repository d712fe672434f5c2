import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionBiomarkerTests: Unstored<Question> = {
  _id: 'question-biomarker-tests',
  _type: 'question',
  text: 'Which gene tests have I had on my tumor or blood, and which do I still need?',
  whyItHelps: 'Some treatments fit only when a test has found a certain change.',
  whenToAsk: 'Before treatment starts, and when it changes',
  topic: 'Test results',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
  treatmentClasses: refs(
    'treatment-class-oral-serds',
    'treatment-class-pi3k-inhibitors',
    'treatment-class-akt-inhibitors',
  ),
}
