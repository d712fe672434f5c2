import type {Person} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

export const personSampleAuthor: Unstored<Person> = {
  _id: 'person-sample-author',
  _type: 'person',
  name: 'Mara Ellison',
  role: 'Sample author',
  bio: 'Mara Ellison is not a real person. The name stands where a real author will stand.',
  sample: true,
}
