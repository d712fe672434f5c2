import {revalidateTag} from 'next/cache'
import {siteEnv} from '../../../env.ts'
import {logOnce} from '../../../log.ts'
import {answerWebhook} from '../../../webhook/answer-webhook.ts'
import {createDeliveries} from '../../../webhook/deliveries.ts'

const deliveries = createDeliveries(() => Date.now())

/** The backend's webhook: what a change touches is fresh at its next request. */
export function POST(request: Request): Promise<Response> {
  return answerWebhook(request, {
    secret: siteEnv().webhookSecret,
    deliveries,
    nowMs: () => Date.now(),
    purge: (tag) => revalidateTag(tag, {expire: 0}),
    log: logOnce,
  })
}
