const anyOrigin = 'http://site.invalid'

/**
 * The path of this site that a preview may lead to, or `null` when the text could lead anywhere else. It is checked
 * before and after the URL parser has read it: `/.//host` begins like a path and ends as `//host`, which a browser
 * takes for another site.
 */
export function previewPath(given: string): string | null {
  if (!isOwnPath(given)) return null
  const url = URL.parse(given, anyOrigin)
  if (url?.origin !== anyOrigin) return null
  const path = `${url.pathname}${url.search}${url.hash}`
  return isOwnPath(path) ? path : null
}

function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path)
}
