import {createAccess} from './access/access.ts'
import {systemClock, type Clock} from './clock.ts'
import {startBackups, type Backups} from './backup/schedule.ts'
import type {LakeConfig} from './config.ts'
import {defaultLimits, type Limits} from './http/limits.ts'
import {createListenerHub, type ListenerHub} from './listen/hub.ts'
import {createMatches} from './listen/matches.ts'
import {createLogger, type Logger} from './log.ts'
import {withAddonDatasets, type AddonAccess} from './project/addon-access.ts'
import {ensureCommentsOn, ensureDataset, requireGuards} from './project/datasets.ts'
import {createQueryEngine, type QueryEngine} from './query/engine.ts'
import {evaluateSync} from './query/evaluate.ts'
import {openSearchIndex} from './query/search-index.ts'
import {createSelectIds} from './project/select-ids.ts'
import {createReleaseScheduler, type ReleaseScheduler} from './releases/scheduler.ts'
import {requireReadyForPublic} from './public.ts'
import {openStore, type Store} from './store/store.ts'
import {createWriter, type Writer} from './transact/transact.ts'
import {createWebhookSender, type WebhookSender} from './webhooks/sender.ts'

/** Every long-lived part of a running lake, handed to each endpoint. */
export type LakeContext = {
  config: LakeConfig
  limits: Limits
  clock: Clock
  store: Store
  writer: Writer
  queries: QueryEngine
  access: AddonAccess
  listeners: ListenerHub
  webhooks: WebhookSender
  releases: ReleaseScheduler
  backups: Backups
  log: Logger
  /** Base of asset URLs and login links, without a slash at the end; known once the port is. */
  publicUrl(): string
}

/** The store with its datasets; closed again when something forbids the start. */
function openChecked(config: LakeConfig, clock: Clock): Store {
  const store = openStore({directory: config.directory})
  try {
    for (const {name} of config.datasets) {
      ensureDataset(store, clock, {name})
      ensureCommentsOn(store, clock, name)
    }
    requireGuards(store, config)
    if (config.public) requireReadyForPublic({config, store, clock, nodeVersion: process.versions.node})
    return store
  } catch (error) {
    store.close()
    throw error
  }
}

/** Opens the parts in their order; `close` ends them in the reverse one. */
export async function openContext(
  config: LakeConfig,
  publicUrl: () => string,
): Promise<{context: LakeContext; close(): Promise<void>}> {
  const clock = config.clock ?? systemClock
  const log = createLogger(config.log ?? 'silent')
  const limits = {...defaultLimits, ...config.limits}
  const store = openChecked(config, clock)
  const access = withAddonDatasets(createAccess({config, store, clock, limits}), {config, store})
  const {projectId, webhooks: hooks} = config
  const webhooks = createWebhookSender({
    store,
    clock,
    projectId,
    webhooks: hooks,
    log,
  })
  const writer = createWriter({
    store,
    clock,
    rules: {permit: access.permit, ...(config.guard ? {guard: config.guard} : {})},
    selectIds: createSelectIds(store, access),
    beforeCommit: webhooks.enqueue,
  })
  const queries = createQueryEngine({storePath: store.path})
  const listeners = createListenerHub({
    store,
    clock,
    writer,
    matches: createMatches(evaluateSync),
    mayRead: access.mayRead,
    log,
  })
  const searchIndex = openSearchIndex(store)
  writer.onCommit(searchIndex.wake)
  writer.onCommit(webhooks.wake)
  webhooks.wake()
  const releases = createReleaseScheduler({
    store,
    clock,
    writer,
    log,
    roleOf: (userId) => access.users.get(userId)?.role ?? null,
  })
  releases.wake()
  const backups = startBackups(config, clock, log)
  const context = {
    backups,
    config,
    limits,
    clock,
    store,
    writer,
    queries,
    access,
    listeners,
    webhooks,
    releases,
    log,
    publicUrl,
  }
  const close = async (): Promise<void> => {
    releases.stop()
    listeners.close()
    access.close()
    searchIndex.stop()
    await webhooks.stop()
    await queries.close()
    await backups.stop()
    store.close()
  }
  return {context, close}
}
