import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'
import type {Logger} from '../log.ts'
import type {Store} from '../store/store.ts'
import type {ActionContext} from '../transact/action.ts'
import {refusal} from '../transact/refusal.ts'
import {texts} from '../transact/rules.ts'
import type {Writer} from '../transact/transact.ts'
import {publishRelease} from './release-actions.ts'
import {releaseType, stateOf} from './release.ts'

/** How long a timer sleeps at most: a machine that slept or whose clock was set must not miss a time by more. */
const longestSleepMs = 60_000
const retryMs = 10_000
const lake: Identity = {userId: 'lake', role: 'lake'}

export type ReleaseScheduler = {
  /** Publishes what is due, the earliest first, and plans the next time; gives how many were published. */
  wake(): number
  stop(): void
}

type SchedulerOptions = {
  store: Store
  clock: Clock
  writer: Writer
  log: Logger
  /** The role that a person has now; null for a robot, whose role stays that of its token. */
  roleOf(userId: string): string | null
}

const due = z.object({dataset: z.string(), id: z.string(), publish_at: z.string()})
type Due = z.infer<typeof due>
const scheduledBy = z.object({id: z.string(), role: z.string()})

/**
 * Publishes scheduled releases at their time. The times are read from the store, never remembered, so a restart forgets
 * none and what came due while the lake was down is published when it is up again. While nothing is scheduled, nothing
 * runs.
 */
export function createReleaseScheduler(options: SchedulerOptions): ReleaseScheduler {
  const {store, clock, writer, log} = options
  const scheduled = store.db.prepare(
    `SELECT d.dataset, d.id, json_extract(d.json, '$.publishAt') AS publish_at
     -- CROSS: the few releases by their index, never a walk over all documents.
     FROM datasets s CROSS JOIN documents d INDEXED BY documents_by_type ON d.dataset = s.name AND d.type = '${releaseType}'
     WHERE json_extract(d.json, '$.state') = 'scheduled' AND d.id GLOB '_.releases.*'
     ORDER BY publish_at, d.dataset, d.id`,
  )
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let restUntil = 0

  const waiting = (): Due[] => z.array(due).parse(scheduled.all())
  const msUntil = ({publish_at}: Due): number => Date.parse(publish_at) - clock.now()

  const publish = ({dataset, id}: Due): void => {
    const release = store.get(dataset, id)
    if (!release) return
    const identity = identityOf(release, options.roleOf)
    const apply = (context: ActionContext): void => publishDue(id, context)
    const mutations = [{actionType: 'sanity.action.release.publish', releaseId: release['name']}]
    writer.perform({dataset, identity, cause: 'release.schedule', mutations, apply})
  }
  /** A refusal is final: the release is open again and says why, as the Studio shows it. */
  const giveUp = ({dataset, id}: Due, reason: LakeError): void => {
    log.warn('scheduled release not published', {dataset, id, reason: reason.code})
    const message = texts(reason.items) || reason.message
    const apply = ({documents}: ActionContext): void => {
      const release = documents.get(id)
      if (!release) return
      const {publishAt: _due, scheduledBy: _by, ...open} = release
      documents.put({...open, state: 'active', error: {message}})
    }
    const mutations = [{actionType: 'sanity.action.release.unschedule', reason: message}]
    writer.perform({dataset, identity: lake, cause: 'release.unschedule', isOwn: true, mutations, apply})
  }
  const attempt = (each: Due): boolean => {
    try {
      publish(each)
      return true
    } catch (error) {
      if (!(error instanceof LakeError) || isPassing(error)) throw error
      giveUp(each, error)
      return false
    }
  }
  const plan = (): void => {
    clearTimeout(timer)
    const [next] = isStopped ? [] : waiting()
    if (!next) return
    const waitMs = Math.max(0, msUntil(next), restUntil - clock.now())
    timer = setTimeout(wake, Math.min(waitMs, longestSleepMs)).unref()
  }
  function wake(): number {
    let published = 0
    try {
      for (const each of waiting()) if (msUntil(each) <= 0 && attempt(each)) published += 1
    } catch (error) {
      restUntil = clock.now() + retryMs
      log.error('scheduled release must wait', {error: String(error)})
    }
    plan()
    return published
  }

  const ignore = writer.onCommit(({changes}) => {
    if (changes.some(({before, after}) => [before, after].some((each) => each?._type === releaseType))) plan()
  })
  return {
    wake,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      ignore()
    },
  }
}

/** A full disk or a store that cannot be written is no verdict on the release. */
const isPassing = ({code}: LakeError): boolean => code === 'storageFull' || code === 'unavailable'

/** The role counts that a person has when the release is published, not the one of when it was scheduled. */
function identityOf(release: LakeDocument, roleOf: SchedulerOptions['roleOf']): Identity {
  const known = scheduledBy.safeParse(release['scheduledBy'])
  // Nobody may do nothing, so a release that does not say who scheduled it is given back.
  if (!known.success) return {userId: '', role: ''}
  const {id, role} = known.data
  return {userId: id, role: id.startsWith('robot-') ? role : (roleOf(id) ?? '')}
}

function publishDue(id: string, context: ActionContext): void {
  const release = context.documents.get(id)
  if (!release || stateOf(release) !== 'scheduled')
    throw refusal('releaseStateError', `"${id}" is not scheduled any more`, {id})
  publishRelease(release, context)
}
