/** Where the app can be downloaded; `null` for a store whose id is not well-formed. */
export type StoreAddresses = {appStore: string | null; googlePlay: string | null}

const appStoreId = /^\d{6,12}$/
const playPackage = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+$/
const maxPackageCharacters = 150

/**
 * The two store addresses of an app. They carry nothing but the app's own id: no campaign, no page, no person.
 * Formats: Apple's App Store links (https://developer.apple.com/app-store/marketing/guidelines/) and Google Play's
 * (https://developer.android.com/distribute/marketing-tools/linking-to-google-play).
 */
export function storeAddresses(app: {appStoreId: string; playPackage: string}): StoreAddresses {
  const playable = app.playPackage.length <= maxPackageCharacters && playPackage.test(app.playPackage)
  return {
    appStore: appStoreId.test(app.appStoreId) ? `https://apps.apple.com/app/id${app.appStoreId}` : null,
    googlePlay: playable ? `https://play.google.com/store/apps/details?id=${app.playPackage}` : null,
  }
}
