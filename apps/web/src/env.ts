import {resolve} from 'node:path'
import {z} from 'zod'

const variables = z.object({
  SANITY_API_HOST: z.url({protocol: /^https?$/}).optional(),
  SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('lantern'),
  SANITY_DATASET: z
    .string()
    .regex(/^[a-z0-9_-]+$/)
    .default('production'),
  SANITY_READ_TOKEN: z.string().min(1).optional(),
  SANITY_PREVIEW_TOKEN: z.string().min(1).optional(),
  SANITY_WEBHOOK_SECRET: z.string().min(16).optional(),
  SITE_URL: z.url({protocol: /^https?$/}).default('http://localhost:3000'),
  STUDIO_URL: z.url({protocol: /^https?$/}).default('http://localhost:3333'),
  LANTERN_DATA_DIR: z.string().min(1).default('../../.data'),
})

export type SiteEnv = {
  /** Origin of the lake; `null` means hosted Sanity. */
  apiHost: string | null
  projectId: string
  dataset: string
  readToken: string | null
  /** Reads drafts, and is used in preview alone; the read token when there is none. */
  previewToken: string | null
  webhookSecret: string | null
  siteUrl: string
  studioOrigin: string
  /** Absolute folder for what the site keeps between starts: last good documents and pictures. */
  dataDir: string
}

/** Reads the site's settings; empty variables count as unset. Throws an Error naming each wrong variable. */
export function readEnv(source: Record<string, string | undefined>): SiteEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({path, message}) => `  ${path.join('.')}: ${message}`)
    throw new Error(`The site's settings are not as expected:\n${problems.join('\n')}`)
  }
  const values = parsed.data
  return {
    apiHost: values.SANITY_API_HOST?.replace(/\/+$/, '') ?? null,
    projectId: values.SANITY_PROJECT_ID,
    dataset: values.SANITY_DATASET,
    readToken: values.SANITY_READ_TOKEN ?? null,
    previewToken: values.SANITY_PREVIEW_TOKEN ?? values.SANITY_READ_TOKEN ?? null,
    webhookSecret: values.SANITY_WEBHOOK_SECRET ?? null,
    siteUrl: values.SITE_URL.replace(/\/+$/, ''),
    studioOrigin: new URL(values.STUDIO_URL).origin,
    dataDir: resolve(/* turbopackIgnore: true */ process.cwd(), values.LANTERN_DATA_DIR),
  }
}

let known: SiteEnv | undefined

/** The settings of this process, read at the first use and not while building. */
export function siteEnv(): SiteEnv {
  known ??= readEnv(process.env)
  return known
}
