import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {randomUUID} from 'node:crypto'
import type {Context} from 'hono'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {frameOf, openEventStream, type EventStream} from '../listen/event-stream.ts'
import type {MutationEvent, Subscription} from '../listen/event.ts'
import {hasDataset} from '../project/datasets.ts'
import {positionOf} from '../listen/replay.ts'

/** GET /data/listen/:dataset – mutations as they happen, to whoever may read the documents. */
export const listen = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  if (!c.var.identity) throw new LakeError('unauthorized', 'Listening needs a session')
  const subscription = readSubscription(c)
  if (!hasDataset(ctx.store, subscription.dataset))
    throw new LakeError('notFound', `Dataset "${subscription.dataset}" not found`)
  const stream = openEventStream(c.env.outgoing, c.var.corsHeaders)
  const fail = (error: unknown): void => refuse(stream, error)
  try {
    ctx.listeners.check(subscription)
    greet(ctx, c, subscription, stream)
  } catch (error) {
    fail(error)
    return RESPONSE_ALREADY_SENT
  }
  const leave = ctx.listeners.subscribe(subscription, {hear: (events) => sendEvents(stream, events), fail})
  const release = ctx.listeners.hold(stream.end)
  stream.onClose(() => {
    leave()
    release()
  })
  return RESPONSE_ALREADY_SENT
}

/** A filter that cannot be listened to: the clients take this for final and do not come back. */
function refuse(stream: EventStream, error: unknown): void {
  const description = error instanceof Error ? error.message : 'the query cannot be listened to'
  stream.send({name: 'channelError', data: {error: {type: 'invalidQuery', description}}})
  stream.end()
}

function greet(
  {listeners, store}: LakeContext,
  c: Context<LakeEnv>,
  subscription: Subscription,
  stream: EventStream,
): void {
  const lastEventId = c.req.header('last-event-id')
  const isResumable = c.req.query('enableResume') === 'true' && lastEventId
  const missed = isResumable ? listeners.missed(subscription, lastEventId) : null
  // The Studio takes anything before this event for an error. Its id is the place from which a listener may go on that
  // hears nothing else; one that goes on keeps the place it has.
  stream.send({
    name: greetingOf(Boolean(isResumable), missed !== null),
    id: missed ? undefined : positionOf(store.sequence()),
    data: {listenerName: randomUUID()},
  })
  if (missed) sendEvents(stream, missed)
}

/** `reset` tells one who wanted to go on that what was missed cannot be told: fetch again. */
function greetingOf(isResumable: boolean, isComplete: boolean): string {
  if (!isResumable) return 'welcome'
  return isComplete ? 'welcomeback' : 'reset'
}

/** Listeners of one group hear the same events, written out once. */
const frames = new WeakMap<MutationEvent, Uint8Array>()

function sendEvents(stream: EventStream, events: readonly MutationEvent[]): void {
  for (const event of events) {
    const frame = frames.get(event) ?? frameOf({name: 'mutation', id: event.eventId, data: event})
    frames.set(event, frame)
    stream.sendFrame(frame)
  }
}

function readSubscription(c: Context<LakeEnv>): Subscription {
  const flag = (name: string, fallback: boolean): boolean => {
    const value = c.req.query(name)
    return value === undefined ? fallback : value === 'true'
  }
  return {
    dataset: c.req.param('dataset') ?? '',
    query: c.req.query('query') ?? '*',
    params: readParams(c.req.query()),
    identity: c.var.identity,
    includeResult: flag('includeResult', false),
    includePreviousRevision: flag('includePreviousRevision', false),
    includeMutations: flag('includeMutations', true),
    includeEffects: c.req.query('effectFormat') === 'mendoza',
    includeAllVersions: flag('includeAllVersions', false),
  }
}

/** `$name=<JSON>` in the address. */
function readParams(query: Record<string, string>): Record<string, unknown> {
  const named = Object.entries(query).filter(([name]) => name.startsWith('$'))
  return Object.fromEntries(
    named.map(([name, text]) => {
      try {
        const value: unknown = JSON.parse(text)
        return [name.slice(1), value]
      } catch (cause) {
        throw new LakeError('invalidRequest', `Parameter ${name} is not JSON`, {cause})
      }
    }),
  )
}
