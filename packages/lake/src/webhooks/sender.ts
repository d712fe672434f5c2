import type {Clock} from '../clock.ts'
import type {Logger} from '../log.ts'
import type {Store} from '../store/store.ts'
import type {Change} from '../transact/types.ts'
import {openOutbox, type Delivery} from './outbox.ts'
import {signatureHeader, signBody} from './signature.ts'
import type {Webhook} from './types.ts'

const timeoutMs = 10_000
const firstDelayMs = 500
const longestDelayMs = 60_000

export type WebhookSender = {
  /** Writes what these changes owe into the outbox; hand it to the writer as `beforeCommit`. */
  enqueue(changes: readonly Change[]): void
  /** Sends what is due; call it after each commit. */
  wake(): void
  /** Tries everything now, due or not; resolves when each webhook has nothing left or has failed once. */
  flush(): Promise<void>
  /** How many deliveries are owed. */
  pending(): number
  /** Ends the timers and waits for requests under way; what is owed stays in the store. */
  stop(): Promise<void>
}

export type WebhookSenderOptions = {
  store: Store
  clock: Clock
  projectId: string
  webhooks: readonly Webhook[]
  log: Logger
}

/** Delivers webhooks in their order, each at least once: a receiver tells repeats by `idempotency-key`. */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const {clock, webhooks, projectId, log} = options
  requireNames(webhooks)
  const outbox = openOutbox(options)
  const lines = webhooks.map((webhook) => openLine(webhook))

  /** A time further off than any delay was written before the clock was set back: it is due. */
  const waitOf = ({nextAttemptAt}: Delivery): number => {
    const waitMs = nextAttemptAt - clock.now()
    return waitMs > longestDelayMs ? 0 : Math.max(0, waitMs)
  }

  function openLine(webhook: Webhook) {
    let underWay: Promise<void> | null = null
    let timer: NodeJS.Timeout | undefined
    let isStopped = false

    const attempt = async (delivery: Delivery): Promise<boolean> => {
      const refusal = await post(webhook, delivery, {projectId, timestampMs: clock.now()})
      if (refusal === null) {
        outbox.remove(delivery.id)
        return true
      }
      const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(delivery.attempts, 20))
      outbox.postpone(delivery.id, clock.now() + delayMs, refusal)
      log.warn('webhook not delivered', {webhook: webhook.name, attempts: delivery.attempts + 1, refusal})
      return false
    }

    const drain = async (isForced: boolean): Promise<void> => {
      for (;;) {
        const next = isStopped ? null : outbox.head(webhook.name)
        if (!next || (!isForced && waitOf(next) > 0) || !(await attempt(next))) return
      }
    }
    const plan = (): void => {
      const next = isStopped ? null : outbox.head(webhook.name)
      if (!next) return
      clearTimeout(timer)
      timer = setTimeout(() => void run(false), waitOf(next)).unref()
    }
    const run = (isForced: boolean): Promise<void> => {
      if (isStopped) return Promise.resolve()
      clearTimeout(timer)
      underWay ??= drain(isForced)
        .catch((error: unknown) =>
          log.error('webhook line failed', {webhook: webhook.name, error: String(error)}),
        )
        .finally(() => {
          underWay = null
          plan()
        })
      return underWay
    }
    return {
      wake: () => void run(false),
      flush: async () => {
        if (underWay) await underWay
        await run(true)
      },
      stop: async () => {
        isStopped = true
        clearTimeout(timer)
        await underWay
      },
    }
  }

  return {
    enqueue: outbox.add,
    wake: () => lines.forEach((line) => line.wake()),
    flush: async () => void (await Promise.all(lines.map((line) => line.flush()))),
    pending: outbox.size,
    stop: async () => void (await Promise.all(lines.map((line) => line.stop()))),
  }
}

/** Deliveries are kept by the webhook's name, so that a restart finds whose they are. */
function requireNames(webhooks: readonly Webhook[]): void {
  const names = webhooks.map(({name}) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`Lake configuration: two webhooks are called "${twice}"`)
}

/** Posts one delivery; null when it was taken, else why not. A redirect is not followed: it could lead anywhere. */
async function post(
  webhook: Webhook,
  delivery: Delivery,
  {projectId, timestampMs}: {projectId: string; timestampMs: number},
): Promise<string | null> {
  const {body} = delivery
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        [signatureHeader]: signBody({body, secret: webhook.secret, timestampMs}),
        'idempotency-key': delivery.idempotencyKey,
        'sanity-transaction-id': delivery.transactionId,
        'sanity-transaction-time': delivery.transactionTime,
        'sanity-dataset': webhook.dataset,
        'sanity-document-id': delivery.documentId,
        'sanity-project-id': projectId,
        'sanity-webhook-id': webhook.name,
        'sanity-operation': delivery.operation,
      },
    })
    await response.body?.cancel()
    return response.ok ? null : `status ${response.status}`
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'no answer'
  }
}
