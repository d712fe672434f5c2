import type {Access} from './access/access.ts'
import type {Clock} from './clock.ts'
import type {LakeConfig} from './config.ts'
import type {ListenerHub} from './listen/hub.ts'
import type {Logger} from './log.ts'
import type {QueryEngine} from './query/engine.ts'
import type {Store} from './store/store.ts'
import type {Writer} from './transact/transact.ts'
import type {WebhookSender} from './webhooks/sender.ts'

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
  log: Logger
  /** Base of asset URLs and login links, without a slash at the end; known once the port is. */
  publicUrl(): string
}
