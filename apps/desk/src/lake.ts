import {changeFilter, changeProjection} from '@lantern/content/read'
import {startLake} from '@lantern/lake'
import {join} from 'node:path'
import type {DeskEnv} from './env.ts'
import {people, roles} from './roles.ts'
import type {SecretBox} from './secrets.ts'

export type DeskLake = Awaited<ReturnType<typeof startLake>>

/** Where the lake of this machine keeps its documents. */
export const lakeFolder = ({dataDir}: DeskEnv): string => join(dataDir, 'lake')

/**
 * Starts the lake of this machine with our roles, our people and the webhook to the site; `unheard`, its changes owe
 * the site nothing.
 */
export function startDeskLake(
  env: DeskEnv,
  secrets: SecretBox,
  {unheard = false}: {unheard?: boolean} = {},
): Promise<DeskLake> {
  const siteUrl = `http://localhost:${env.ports.site}`
  const site = {
    name: 'site',
    dataset: env.dataset,
    url: `${siteUrl}/api/revalidate`,
    filter: changeFilter,
    projection: changeProjection,
    secret: secrets.get('webhook'),
  }
  return startLake({
    directory: lakeFolder(env),
    port: env.ports.lake,
    streamPorts: env.ports.streams,
    projectId: env.projectId,
    datasets: [{name: env.dataset}],
    allowedOrigins: [`http://localhost:${env.ports.desk}`, siteUrl],
    roles,
    users: people.map((person) => ({...person})),
    webhooks: unheard ? [] : [site],
  })
}

/**
 * The token by which the site reads. It is kept from start to start; a new one is made when the lake no longer knows
 * the old one, because it expired or because the lake is new.
 */
export async function siteToken(lake: DeskLake, secrets: SecretBox): Promise<string> {
  const kept = secrets.get('site-token', () => lake.issueToken('site', 'site'))
  const known = await fetch(`${lake.url}/v1/auth/id`, {headers: {authorization: `Bearer ${kept}`}})
  if (known.ok) return kept
  const fresh = lake.issueToken('site', 'site')
  secrets.set('site-token', fresh)
  return fresh
}
