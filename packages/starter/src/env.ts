import {z} from 'zod'

const Env = z.object({
  /** Absent for hosted Sanity. */
  SANITY_API_HOST: z.url({protocol: /^https?$/}).optional(),
  SANITY_PROJECT_ID: z.string().regex(/^[a-z0-9-]+$/),
  SANITY_DATASET: z.string().regex(/^[a-z0-9_-]+$/),
  SANITY_AUTH_TOKEN: z.string().min(1),
})

/** Where to import to; throws with the name of each variable that is missing or malformed. */
export function readEnv(variables: Record<string, string | undefined>) {
  const read = Env.safeParse(variables)
  if (!read.success) throw new Error(`Import of the starter library: ${z.prettifyError(read.error)}`)
  const {SANITY_API_HOST, SANITY_PROJECT_ID, SANITY_DATASET, SANITY_AUTH_TOKEN} = read.data
  return {
    apiHost: SANITY_API_HOST,
    projectId: SANITY_PROJECT_ID,
    dataset: SANITY_DATASET,
    token: SANITY_AUTH_TOKEN,
  }
}
