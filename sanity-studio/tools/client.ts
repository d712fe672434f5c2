import {createClient, type SanityClient} from '@sanity/client'
import {z} from 'zod'
import {localSettings} from '../src/settings.ts'

const variables = z.object({
  SANITY_API_HOST: z.url({protocol: /^https?$/}).optional(),
  SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default(localSettings.projectId),
  SANITY_DATASET: z
    .string()
    .regex(/^[a-z0-9_-]+$/)
    .default(localSettings.dataset),
  SANITY_AUTH_TOKEN: z.string().min(1),
})

/**
 * The client of the command-line tools: of this machine's lake, of the lake that SANITY_API_HOST names, or of hosted
 * Sanity when only a project of one's own is named. Throws an Error that names each wrong variable.
 */
export function toolClient(environment: Record<string, string | undefined>): SanityClient {
  const given = Object.entries(environment).filter(([, value]) => value !== '')
  const read = variables.safeParse(Object.fromEntries(given))
  if (!read.success) throw new Error(`Not as expected:\n${z.prettifyError(read.error)}`)
  const {SANITY_PROJECT_ID: projectId, SANITY_DATASET: dataset, SANITY_AUTH_TOKEN: token} = read.data
  const isOurs = projectId === localSettings.projectId
  const apiHost = read.data.SANITY_API_HOST ?? (isOurs ? localSettings.apiHost : null)
  return createClient({
    ...(apiHost && {apiHost, useProjectHostname: false}),
    projectId,
    dataset,
    token,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
  })
}
