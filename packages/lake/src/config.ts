import {isAbsolute, relative} from 'node:path'
import {z} from 'zod'
import type {Clock} from './clock.ts'
import type {Limits} from './http/limits.ts'
import type {WriteRules} from './transact/types.ts'

export type Permission = 'read' | 'create' | 'update' | 'history'
/** Sanity's grant: what a GROQ filter selects may be used so. Without `dataset` it holds in every dataset. */
export type Grant = {filter: string; permissions: readonly Permission[]; dataset?: string}

/** All a lake needs to start; see README.md. Everything that is left out has a safe default. */
export type LakeConfig = {
  /** Folder of the database, the assets and the cache; made with mode 0700. */
  directory: string
  /** 0 takes a free port. */
  port: number
  /** Ports for event streams, because a browser opens six connections to one port; default port+1 … port+8. */
  streamPorts?: readonly number[]
  projectId: string
  /** A dataset that was once `guarded` refuses to start without a guard until it is said to be unguarded. */
  datasets: readonly {name: string; guarded?: boolean}[]
  /** Be reachable from other machines, behind a TLS proxy that is reached at `proxyUrl`; loopback alone when left out. */
  public?: {address: string; proxyUrl: string}
  /** A second path: the whole store every `everyMs` (an hour), what was committed since every `logEveryMs` (a minute). */
  backup?: {directory: string; everyMs?: number; logEveryMs?: number}
  /** Base of asset URLs and of the login page; default `http://localhost:<port>`. */
  publicUrl?: string
  /** Exact origins of the pages that may call, `http://localhost:3334`. */
  allowedOrigins: readonly string[]
  /** `administers` lets a role make datasets; what it may read and write its grants alone say. */
  roles: Record<string, {title: string; grants: readonly Grant[]; administers?: boolean}>
  users: readonly {id: string; name: string; email: string; role: string}[]
  guard?: WriteRules['guard']
  /** Single limits in place of the defaults, for tests and for machines of another size. */
  limits?: Partial<Limits>
  webhooks: readonly {
    name: string
    dataset: string
    url: string
    filter: string
    projection?: string
    secret: string
    includeDrafts?: boolean
  }[]
  clock?: Clock
  log?: 'silent' | 'info'
}

const shape = z.object({
  directory: z.string().min(1),
  port: z.number().int().min(0).max(65_535),
  projectId: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and dashes'),
  datasets: z.array(z.object({name: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)})).min(1),
  allowedOrigins: z.array(
    z.string().refine((origin) => URL.parse(origin)?.origin === origin, 'an exact origin'),
  ),
})

/** Refuses a configuration that could not work or would be open. Throws an Error that names the field. */
export function checkConfig(config: LakeConfig): LakeConfig {
  const checked = shape.safeParse(config)
  if (!checked.success) throw new Error(`Lake configuration: ${z.prettifyError(checked.error)}`)
  const stranger = config.users.find((user) => !Object.hasOwn(config.roles, user.role))
  if (stranger)
    throw new Error(`Lake configuration: user "${stranger.id}" has the unknown role "${stranger.role}"`)
  const inside = config.backup && relative(config.directory, config.backup.directory)
  if (inside !== undefined && !inside.startsWith('..') && !isAbsolute(inside))
    throw new Error('Lake configuration: backup.directory lies in the data folder; it must be a second path')
  if (config.public && !URL.parse(config.public.proxyUrl)?.href.startsWith('https://'))
    throw new Error(
      'Lake configuration: public.proxyUrl: expected the https address of the TLS proxy in front',
    )
  return config
}
