import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {loadEnvFile} from 'node:process'
import {z} from 'zod'

/** The folder that holds package.json, apps/ and packages/. */
export const projectRoot = resolve(import.meta.dirname, '../../..')

const port = z.coerce.number().int().min(1).max(65_527)

const variables = z.object({
  LANTERN_DATA_DIR: z.string().min(1).default(join(projectRoot, '.data')),
  LANTERN_SITE_PORT: port.default(3000),
  LANTERN_DESK_PORT: port.default(3333),
  LANTERN_LAKE_PORT: port.default(3900),
  LANTERN_STREAM_PORTS: z.coerce.number().int().min(1).max(32).default(8),
  SANITY_API_HOST: z.url({protocol: /^https?$/}).optional(),
  SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and dashes')
    .default('lantern'),
  SANITY_DATASET: z
    .string()
    .regex(/^[a-z0-9_-]+$/, 'lower-case letters, digits, dashes and underscores')
    .default('production'),
  SANITY_READ_TOKEN: z.string().min(1).optional(),
  SANITY_PREVIEW_TOKEN: z.string().min(1).optional(),
  SANITY_WEBHOOK_SECRET: z.string().min(16).optional(),
})

/** Where the documents live: in a lake that we start ourselves, in one that runs elsewhere, or at hosted Sanity. */
export type Backend = 'own-lake' | 'other-lake' | 'hosted'

export type DeskEnv = {
  dataDir: string
  ports: {site: number; desk: number; lake: number; streams: number[]}
  backend: Backend
  apiHost: string | null
  projectId: string
  dataset: string
  readToken: string | null
  /** Reads drafts, for the site's preview; the read token when there is none. */
  previewToken: string | null
  webhookSecret: string | null
}

function backendOf(values: z.infer<typeof variables>): Backend {
  if (values.SANITY_API_HOST) return 'other-lake'
  return values.SANITY_PROJECT_ID === 'lantern' ? 'own-lake' : 'hosted'
}

/**
 * Reads the settings of the desk. Empty variables count as unset. Throws an Error that names each wrong variable and
 * what was expected.
 */
export function readEnv(source: NodeJS.ProcessEnv): DeskEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({path, message}) => `  ${path.join('.')}: ${message}`)
    throw new Error(`These settings are not as expected:\n${problems.join('\n')}`)
  }
  const values = parsed.data
  const backend = backendOf(values)
  if (backend !== 'own-lake' && (!values.SANITY_READ_TOKEN || !values.SANITY_WEBHOOK_SECRET)) {
    throw new Error(
      'With a backend other than the lake of this machine, SANITY_READ_TOKEN and SANITY_WEBHOOK_SECRET must be set.',
    )
  }
  const lake = values.LANTERN_LAKE_PORT
  return {
    dataDir: resolve(values.LANTERN_DATA_DIR),
    ports: {
      site: values.LANTERN_SITE_PORT,
      desk: values.LANTERN_DESK_PORT,
      lake,
      streams: Array.from({length: values.LANTERN_STREAM_PORTS}, (_, index) => lake + 1 + index),
    },
    backend,
    apiHost: backend === 'own-lake' ? `http://localhost:${lake}` : (values.SANITY_API_HOST ?? null),
    projectId: values.SANITY_PROJECT_ID,
    dataset: values.SANITY_DATASET,
    readToken: values.SANITY_READ_TOKEN ?? null,
    previewToken: values.SANITY_PREVIEW_TOKEN ?? null,
    webhookSecret: values.SANITY_WEBHOOK_SECRET ?? null,
  }
}

/** The settings of this process, after the `.env` file at the project's root, if there is one. */
export function readProcessEnv(): DeskEnv {
  const file = join(projectRoot, '.env')
  if (existsSync(file)) loadEnvFile(file)
  return readEnv(process.env)
}
