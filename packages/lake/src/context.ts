import {createAccess, type Access} from './access/access.ts'
import {systemClock, type Clock} from './clock.ts'
import {startBackups, type Backups} from './backup/schedule.ts'
import type {LakeConfig} from './config.ts'
import {createListenerHub, type ListenerHub} from './listen/hub.ts'
import {createMatches} from './listen/matches.ts'
import {createLogger, type Logger} from './log.ts'
import {ensureDataset, requireGuards} from './project/datasets.ts'
import {createQueryEngine, type QueryEngine} from './query/engine.ts'
import {evaluateSync} from './query/evaluate.ts'
import {selectIds} from './project/select-ids.ts'
import {requireReadyForPublic} from './public.ts'
import {openStore, type Store} from './store/store.ts'
import {createWriter, type Writer} from './transact/transact.ts'
import {createWebhookSender, type WebhookSender} from './webhooks/sender.ts'

/** Every long-lived part of a running lake, handed to each endpoint. */
export type LakeContext = {
  config: LakeConfig
  clock: Clock
  store: Store
  writer: Writer
  queries: QueryEngine
  access: Access
  listeners: ListenerHub
  webhooks: WebhookSender
  backups: Backups
  log: Logger
  /** Base of asset URLs and login links, without a slash at the end; known once the port is. */
  publicUrl(): string
}

/** The store with its datasets; closed again when something forbids the start. */
function openChecked(config: LakeConfig, clock: Clock): Store {
  const store = openStore({directory: config.directory})
  try {
    for (const {name} of config.datasets) ensureDataset(store, clock, {name})
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
  const store = openChecked(config, clock)
  const access = createAccess({config, store, clock})
  const {projectId, webhooks: hooks} = config
  const webhooks = createWebhookSender({
    store,
    clock,
    projectId,
    webhooks: hooks,
    evaluate: evaluateSync,
    log,
  })
  const writer = createWriter({
    store,
    clock,
    rules: {permit: access.permit, ...(config.guard ? {guard: config.guard} : {})},
    selectIds: (dataset, query, params) => selectIds(store, dataset, query, params),
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
  writer.onCommit(webhooks.wake)
  webhooks.wake()
  const backups = startBackups(config, clock, log)
  const context = {
    backups,
    config,
    clock,
    store,
    writer,
    queries,
    access,
    listeners,
    webhooks,
    log,
    publicUrl,
  }
  const close = async (): Promise<void> => {
    listeners.close()
    await webhooks.stop()
    await queries.close()
    await backups.stop()
    store.close()
  }
  return {context, close}
}
