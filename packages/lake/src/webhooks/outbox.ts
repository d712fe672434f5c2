import {createHash} from 'node:crypto'
import {withinDeadline} from '../deadline.ts'
import {isPublishedId} from '../document-id.ts'
import type {LakeDocument} from '../document.ts'
import type {Logger} from '../log.ts'
import {isSystemId} from '../releases/release.ts'
import type {Store} from '../store/store.ts'
import type {Change} from '../transact/types.ts'
import {evaluateChange} from './evaluate-change.ts'
import type {Webhook} from './types.ts'

export type Delivery = {
  id: number
  body: string
  idempotencyKey: string
  operation: string
  documentId: string
  attempts: number
  nextAttemptAt: number
  createdAt: number
  transactionId: string
  transactionTime: string
}

/** Deliveries that are still owed, kept in the store: what was committed is sent, whatever happens in between. */
export type Outbox = {
  /** Call inside the transaction that makes the changes, so that a change and its deliveries are one. */
  add(changes: readonly Change[]): void
  /** The oldest delivery of a webhook: nothing overtakes it. */
  head(webhook: string): Delivery | null
  remove(id: number): void
  postpone(id: number, nextAttemptAt: number, reason: string): void
  size(): number
}

type OutboxOptions = {
  store: Store
  clock: {now(): number}
  webhooks: readonly Webhook[]
  log: Logger
}

/** An operator's filter runs inside the write: one that takes longer is a mistake, and is not waited for. */
const filterMs = 250

export function openOutbox({store, clock, webhooks, log}: OutboxOptions): Outbox {
  const {db} = store
  const insert = db.prepare(
    `INSERT INTO outbox (webhook, seq, document_id, operation, body, idempotency_key, next_attempt_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const oldest = db.prepare(
    `SELECT o.*, t.id AS transaction_id, t.timestamp FROM outbox o JOIN transactions t USING (seq)
     WHERE o.webhook = ? ORDER BY o.id LIMIT 1`,
  )
  const done = db.prepare('DELETE FROM outbox WHERE id = ?')
  const later = db.prepare(
    'UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ?, last_error = ? WHERE id = ?',
  )
  const count = db.prepare('SELECT count(*) AS n FROM outbox')

  /** What a webhook sends of a change; null when it is not told of it. */
  const bodyFor = (webhook: Webhook, {before, after, dataset}: Change): string | null => {
    const document = after ?? before
    if (dataset !== webhook.dataset || !document || isSystemId(document._id)) return null
    if (!isPublishedId(document._id) && !webhook.includeDrafts) return null
    const dereference = (id: string): LakeDocument | null => store.get(dataset, id)
    const query = `*[${webhook.filter.trim() || 'true'}]${webhook.projection ?? ''}`
    const found = evaluateChange(query, {before, after, dereference})
    return Array.isArray(found) && found.length > 0 ? JSON.stringify(found[0]) : null
  }
  // A mistake in a filter must not stop editors from saving; it is said in the log instead.
  const orNothing = (webhook: Webhook, run: () => string | null): string | null => {
    try {
      return run()
    } catch (error) {
      log.error('webhook filter failed', {webhook: webhook.name, error: String(error)})
      return null
    }
  }
  /** All under one deadline, because watching costs more than most filters; where it passes, each under its own. */
  const bodiesFor = (webhook: Webhook, changes: readonly Change[]): (string | null)[] => {
    try {
      return withinDeadline(
        () => changes.map((change) => orNothing(webhook, () => bodyFor(webhook, change))),
        filterMs + changes.length,
      )
    } catch {
      // An import of a thousand documents must not wait a thousand times for a filter without end.
      let isGivenUp = false
      return changes.map((change) => {
        if (isGivenUp) return null
        isGivenUp = true
        return orNothing(webhook, () => {
          const body = withinDeadline(() => bodyFor(webhook, change), filterMs)
          isGivenUp = false
          return body
        })
      })
    }
  }

  return {
    add: (changes) => {
      const now = clock.now()
      for (const webhook of webhooks) {
        const bodies = bodiesFor(webhook, changes)
        for (const [index, change] of changes.entries()) {
          const body = bodies[index] ?? null
          if (body === null) continue
          const {seq, documentId, transactionId, dataset} = change
          const key = createHash('sha256')
            .update(JSON.stringify([webhook.name, dataset, transactionId, documentId]))
            .digest('hex')
          insert.run(webhook.name, seq, documentId, operationOf(change), body, key, now, now)
        }
      }
    },
    head: (webhook) => {
      const row = oldest.get(webhook)
      if (!row) return null
      return {
        id: Number(row['id']),
        body: String(row['body']),
        idempotencyKey: String(row['idempotency_key']),
        operation: String(row['operation']),
        documentId: String(row['document_id']),
        attempts: Number(row['attempts']),
        nextAttemptAt: Number(row['next_attempt_at']),
        createdAt: Number(row['created_at']),
        transactionId: String(row['transaction_id']),
        transactionTime: String(row['timestamp']),
      }
    },
    remove: (id) => void done.run(id),
    postpone: (id, nextAttemptAt, reason) => void later.run(nextAttemptAt, reason, id),
    size: () => Number(count.get()?.['n'] ?? 0),
  }
}

function operationOf({before, after}: Change): 'create' | 'update' | 'delete' {
  if (!before) return 'create'
  return after ? 'update' : 'delete'
}
