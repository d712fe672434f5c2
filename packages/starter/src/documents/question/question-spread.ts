import type {Question} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'

export const questionSpread: Unstored<Question> = {
  _id: 'question-spread',
  _type: 'question',
  text: 'Where has the cancer spread, and which scans showed it?',
  whyItHelps: 'It helps you know what to watch for, and why a treatment is suggested.',
  whenToAsk: 'At your first visits',
  topic: 'Test results',
  conditions: refs('condition-hr-positive-her2-negative-mbc'),
}
