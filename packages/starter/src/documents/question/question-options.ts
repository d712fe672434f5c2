import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionOptions: Unstored<Question> = {
  _id: 'question-options',
  _type: 'question',
  text: 'What are my other options, and could a clinical trial be one?',
  whyItHelps: 'You can compare before you decide. You may also ask for a second opinion.',
  whenToAsk: 'Before you choose a treatment',
  topic: 'Treatment',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
