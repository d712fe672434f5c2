import type {Question} from '../content/lake.ts'
import {previewPath} from './preview-path.ts'
import {isFreshSecret} from './preview-secret.ts'
import type {UsedSecrets} from './used-secrets.ts'

export type EnableParts = {
  ask: (question: Question) => Promise<unknown>
  used: UsedSecrets
  /** Whether this browser is in preview already. */
  isPreviewing: boolean
  /** Puts this browser into preview. */
  begin: () => Promise<void>
  log: (message: string) => void
}

const secretForm = /^[A-Za-z0-9_-]{16,128}$/

/**
 * Answers the address that the Studio's Presentation tool opens first: a fresh and unused secret puts the browser into
 * preview and leads to the page. 401 for any other secret, 400 for a path that is not ours, 503 when it cannot be told.
 */
export async function answerEnable(url: URL, parts: EnableParts): Promise<Response> {
  const path = previewPath(url.searchParams.get('sanity-preview-pathname') ?? '/')
  if (path === null) return plain(400, 'Expected a path of this site in sanity-preview-pathname.')
  // The Studio opens its address again when its frame is made anew. That gives nothing to a browser that is in already.
  if (parts.isPreviewing) return leadTo(path)
  try {
    const secret = url.searchParams.get('sanity-preview-secret') ?? ''
    const isGood =
      secretForm.test(secret) && (await isFreshSecret(secret, parts.ask)) && (await parts.used.claim(secret))
    if (!isGood) return plain(401, 'Expected a secret that the Studio made in the last ten minutes, unused.')
  } catch (cause) {
    parts.log(`A preview could not be begun: ${String(cause)}`)
    return plain(503, 'The preview is not available at the moment.')
  }
  await parts.begin()
  return leadTo(path)
}

/** A redirect that nobody keeps, to a path that was checked. */
export function leadTo(path: string): Response {
  return new Response(null, {status: 307, headers: {location: path, 'cache-control': 'private, no-store'}})
}

function plain(status: number, message: string): Response {
  return new Response(`${message}\n`, {
    status,
    headers: {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store'},
  })
}
