import type {Person} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const personSampleReviewer: Unstored<Person> = {
  _id: 'person-sample-reviewer',
  _type: 'person',
  name: 'Theo Brandt',
  role: 'Sample reviewer',
  bio: 'Theo Brandt is not a real person. The name stands where a real clinical reviewer will stand.',
  sample: true,
}
