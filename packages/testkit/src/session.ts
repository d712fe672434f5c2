import {createClient, type SanityClient} from '@sanity/client'
import {z} from 'zod'
import type {RunningLantern} from './lantern.ts'

const session = z.object({token: z.string().min(1)})

/** The real client with an editor's session, got by the one-time link as the Studio gets it. */
export async function editorClient(lantern: RunningLantern): Promise<SanityClient> {
  const sid = new URL(lantern.logins['editor'] ?? '').hash.replace('#sid=', '')
  const response = await fetch(`${lantern.lake}/v2021-06-07/auth/fetch?sid=${sid}`)
  const {token} = session.parse(await response.json())
  return clientWith(lantern, token)
}

/** The real client with a token that someone else got, such as the one of a browser that is logged in. */
export function clientWith(lantern: RunningLantern, token: string): SanityClient {
  return createClient({
    apiHost: lantern.lake,
    useProjectHostname: false,
    projectId: 'lantern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
    token,
  })
}
