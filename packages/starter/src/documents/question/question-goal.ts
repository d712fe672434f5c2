import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionGoal: Unstored<Question> = {
  _id: 'question-goal',
  _type: 'question',
  text: 'What is the goal of this treatment?',
  whyItHelps: 'It helps you weigh what a treatment gives and what it asks of you.',
  whenToAsk: 'Before you choose a treatment',
  topic: 'Treatment',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
