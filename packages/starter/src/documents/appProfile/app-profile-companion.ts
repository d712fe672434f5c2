import type {AppProfile} from '@lantern/content/read'
import type {Unstored} from '../../document.ts'

/** A made-up app: the store numbers lead nowhere until an operator sets real ones. */
export const appProfileCompanion: Unstored<AppProfile> = {
  _id: 'app-profile-companion',
  _type: 'appProfile',
  name: 'Lantern Companion (sample)',
  appStoreId: '0000000000',
  playPackage: 'org.example.lantern',
}
