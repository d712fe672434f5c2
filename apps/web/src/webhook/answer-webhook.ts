import {parseChange, tagsOfChange} from '@lantern/content/read'
import type {Deliveries} from './deliveries.ts'
import {isSigned} from './signature.ts'

export type WebhookParts = {
  secret: string | null
  deliveries: Deliveries
  nowMs: () => number
  /** Makes everything that carries the tag fresh at its next request. */
  purge: (tag: string) => void
  log: (message: string) => void
}

const maxBodyCharacters = 1024 * 1024

/**
 * Answers one delivery of the backend's webhook: 401 when it is not signed with our secret within five minutes, 200
 * without effect when it was done before, 503 for trouble of our own, so that the sender tries again.
 */
export async function answerWebhook(request: Request, parts: WebhookParts): Promise<Response> {
  if (!parts.secret)
    return refusal(503, 'Service Unavailable', 'SANITY_WEBHOOK_SECRET is not set on the site.')
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyCharacters) {
    return refusal(413, 'Payload Too Large', 'Expected a webhook body of at most 1 MiB.')
  }
  const body = await request.text()
  const signature = request.headers.get('sanity-webhook-signature')
  if (!isSigned({body, signature, secret: parts.secret, nowMs: parts.nowMs()})) {
    return refusal(
      401,
      'Unauthorized',
      'Expected sanity-webhook-signature: t=<unix ms>,v1=<HMAC-SHA256>, at most five minutes old.',
    )
  }
  const keys = [`signature ${signature}`, `key ${request.headers.get('idempotency-key') ?? signature}`]
  if (keys.some((key) => parts.deliveries.has(key))) return Response.json({purged: 0, repeated: true})
  const tags = tagsIn(body)
  if (!tags)
    return refusal(400, 'Bad Request', 'Expected the JSON of the change projection of @lantern/content.')
  return purgeAll({tags, keys, parts})
}

function purgeAll({tags, keys, parts}: {tags: string[]; keys: string[]; parts: WebhookParts}): Response {
  try {
    tags.forEach(parts.purge)
  } catch (cause) {
    parts.log(`Purging ${tags.length} tags failed: ${String(cause)}`)
    return refusal(503, 'Service Unavailable', 'The change could not be purged; send it again.')
  }
  keys.forEach(parts.deliveries.add)
  return Response.json({purged: tags.length})
}

function tagsIn(body: string): string[] | null {
  try {
    return tagsOfChange(parseChange(JSON.parse(body)))
  } catch {
    return null
  }
}

function refusal(statusCode: number, error: string, message: string): Response {
  return Response.json({statusCode, error, message}, {status: statusCode})
}
