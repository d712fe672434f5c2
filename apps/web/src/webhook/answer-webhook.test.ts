import {createHmac} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {answerWebhook, type WebhookParts} from './answer-webhook.ts'
import {createDeliveries} from './deliveries.ts'

const secret = 'a secret of more than sixteen'
const nowMs = 1_790_000_000_000
const minuteMs = 60_000
const body = JSON.stringify({id: 'a', type: 'article', slugs: ['before', 'after'], references: ['b']})

function sign(text: string, at = nowMs, key = secret): string {
  return `t=${at},v1=${createHmac('sha256', key).update(`${at}.${text}`).digest('base64url')}`
}

function delivery(signature: string | null, text = body, key = 'delivery-1'): Request {
  const headers = new Headers({'idempotency-key': key})
  if (signature !== null) headers.set('sanity-webhook-signature', signature)
  return new Request('http://site.test/api/revalidate', {method: 'POST', headers, body: text})
}

function site(overrides: Partial<WebhookParts> = {}): WebhookParts & {purged: string[]} {
  const purged: string[] = []
  return {
    purged,
    secret,
    deliveries: createDeliveries(() => nowMs),
    nowMs: () => nowMs,
    purge: (tag) => void purged.push(tag),
    log: () => {},
    ...overrides,
  }
}

describe('a delivery of the webhook', () => {
  test('that is signed purges the document, both slugs and what it refers to', async () => {
    const parts = site()
    expect((await answerWebhook(delivery(sign(body)), parts)).status).toBe(200)
    for (const tag of ['doc:a', 'slug:article:before', 'slug:article:after', 'type:article', 'ref:b']) {
      expect(parts.purged).toContain(tag)
    }
  })

  test.each<[string, string | null, string]>([
    ['an altered byte in the body', sign(body), body.replace('before', 'befire')],
    ['no signature', null, body],
    ['an empty signature', '', body],
    ['an empty body', sign(''), ''],
    ['another secret', sign(body, nowMs, 'another secret of that length'), body],
    ['an empty secret', sign(body, nowMs, ''), body],
    ['a timestamp five minutes and a millisecond old', sign(body, nowMs - 5 * minuteMs - 1), body],
    ['a timestamp five minutes and a millisecond ahead', sign(body, nowMs + 5 * minuteMs + 1), body],
    ['a signature that is too short', sign(body).slice(0, -1), body],
    ['a signature that is too long', `${sign(body)}A`, body],
    ['a later timestamp than was signed', sign(body).replace(String(nowMs), String(nowMs + 1)), body],
    ['a second signature behind the first', `${sign(body)},v1=${'A'.repeat(43)}`, body],
    [
      'hex in place of base64url',
      `t=${nowMs},v1=${createHmac('sha256', secret).update(`${nowMs}.${body}`).digest('hex')}`,
      body,
    ],
  ])('with %s is refused and purges nothing', async (_, signature, text) => {
    const parts = site()
    expect((await answerWebhook(delivery(signature, text), parts)).status).toBe(401)
    expect(parts.purged).toEqual([])
  })

  test.each([-5 * minuteMs, 5 * minuteMs])('signed %i ms from now is accepted', async (offset) => {
    expect((await answerWebhook(delivery(sign(body, nowMs + offset)), site())).status).toBe(200)
  })

  test('that is repeated is answered 200 and does nothing, also under another key', async () => {
    const parts = site()
    await answerWebhook(delivery(sign(body)), parts)
    const once = parts.purged.length
    const again = [delivery(sign(body, nowMs + 1)), delivery(sign(body), body, 'delivery-2')]
    for (const request of again) expect((await answerWebhook(request, parts)).status).toBe(200)
    expect(parts.purged).toHaveLength(once)
  })

  test('is refused while the site has no secret', async () => {
    const parts = site({secret: null})
    expect((await answerWebhook(delivery(sign(body, nowMs, '')), parts)).status).toBe(503)
    expect(parts.purged).toEqual([])
  })

  test('that the site fails to carry out is answered 503, and carried out when sent again', async () => {
    const deliveries = createDeliveries(() => nowMs)
    const broken = site({
      deliveries,
      purge: () => {
        throw new Error('no cache')
      },
    })
    expect((await answerWebhook(delivery(sign(body)), broken)).status).toBe(503)
    const whole = site({deliveries})
    await answerWebhook(delivery(sign(body)), whole)
    expect(whole.purged).toContain('doc:a')
  })

  test.each(['{', '[]', 'null', '{"id":1}'])(
    'that is signed but reads %s says what was expected',
    async (text) => {
      const response = await answerWebhook(delivery(sign(text), text), site())
      expect([response.status, (await response.json()).statusCode]).toEqual([400, 400])
    },
  )
})

test('a delivery is forgotten after a day', () => {
  let now = nowMs
  const deliveries = createDeliveries(() => now)
  deliveries.add('a')
  now += 24 * 60 * minuteMs - 1
  expect(deliveries.has('a')).toBe(true)
  now += 1
  expect(deliveries.has('a')).toBe(false)
})
