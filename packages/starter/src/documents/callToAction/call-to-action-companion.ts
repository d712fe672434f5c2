import type {CallToAction} from '@lantern/content/read'
import {ref, type Unstored} from '../../document.ts'

export const callToActionCompanion: Unstored<CallToAction> = {
  _id: 'call-to-action-companion',
  _type: 'callToAction',
  name: 'Companion app, end of article',
  heading: 'Keep it all in one place',
  line: 'Lantern Companion holds your notes, questions and visits, so you do not have to hold them in your head.',
  benefits: [
    'Save questions for your next visit',
    'Note how you feel each day',
    'Keep your reports and results together',
    'Find support near you',
  ],
  buttonLabel: 'Get the app',
  legalLine: 'This is a sample app. It gives no medical advice.',
  appProfile: ref('app-profile-companion'),
}
