import {describe, expect, test} from 'vitest'
import {storeAddresses} from './store-addresses.ts'

describe('store addresses', () => {
  test('an app with two ids has an address in each store, and nothing else in it', () => {
    expect(storeAddresses({appStoreId: '1234567890', playPackage: 'org.example.lantern'})).toEqual({
      appStore: 'https://apps.apple.com/app/id1234567890',
      googlePlay: 'https://play.google.com/store/apps/details?id=org.example.lantern',
    })
  })

  test.each([
    ['letters', 'id12345678'],
    ['a path', '123456/../evil'],
    ['a query', '123456789?ct=page'],
    ['nothing', ''],
    ['a line break', '123456789\n'],
  ])('an App Store id with %s has no address', (_, appStoreId) => {
    expect(storeAddresses({appStoreId, playPackage: 'a.b'}).appStore).toBeNull()
  })

  test.each([
    ['a second parameter', 'org.example&referrer=page'],
    ['one part only', 'lantern'],
    ['a leading digit', '1org.example'],
    ['a space', 'org.exa mple'],
    ['a fragment', 'org.example#x'],
    ['nothing', ''],
    ['far too many characters', `a.${'b'.repeat(200)}`],
  ])('a Google Play package with %s has no address', (_, playPackage) => {
    expect(storeAddresses({appStoreId: '123456789', playPackage}).googlePlay).toBeNull()
  })
})
