import {liveAddress} from '../content/lake.ts'
import type {SiteEnv} from '../env.ts'

export type ChangesParts = {
  env: SiteEnv
  isPreviewing: boolean
  log: (message: string) => void
}

const answerTimeoutMs = 5_000
const eventStream = 'text/event-stream'

/**
 * Tells a browser in preview that something was changed, draft or published: the backend's own stream of live events,
 * passed on, so that the browser needs neither the token nor another host. 401 for any other browser.
 */
export async function answerChanges(
  request: Request,
  {env, isPreviewing, log}: ChangesParts,
): Promise<Response> {
  if (!isPreviewing) return answer(401, 'Expected a browser in preview.')
  const waited = new AbortController()
  const timer = setTimeout(() => waited.abort(), answerTimeoutMs)
  try {
    const live = await fetch(liveAddress(env), {
      headers: {accept: eventStream, authorization: `Bearer ${env.previewToken ?? ''}`},
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any([request.signal, waited.signal]),
    })
    if (live.status === 200 && live.headers.get('content-type')?.startsWith(eventStream)) {
      return answer(200, live.body, eventStream)
    }
    await live.body?.cancel()
    throw new Error(`answered with ${live.status}; expected a stream of events`)
  } catch (cause) {
    log(`Live events cannot be had: ${String(cause)}`)
    return answer(503, 'Changes cannot be followed at the moment.')
  } finally {
    clearTimeout(timer)
  }
}

// `no-transform`: a compressed stream would be held back until enough of it has come together.
function answer(status: number, body: ReadableStream | string | null, type = 'text/plain'): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'private, no-store, no-transform',
      ...(status === 503 ? {'retry-after': '5'} : {}),
    },
  })
}
