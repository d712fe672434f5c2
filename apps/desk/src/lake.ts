import {changeFilter, changeProjection} from '@lantern/content/read'
import {startLake} from '@lantern/lake'
import {join} from 'node:path'
import type {DeskEnv} from './env.ts'
import {people, roles} from './roles.ts'
import type {SecretBox} from './secrets.ts'

export type DeskLake = Awaited<ReturnType<typeof startLake>>

/** Starts the lake of this machine with our roles, our people and the webhook to the site. */
export function startDeskLake(env: DeskEnv, secrets: SecretBox): Promise<DeskLake> {
  const siteUrl = `http://localhost:${env.ports.site}`
  return startLake({
    directory: join(env.dataDir, 'lake'),
    port: env.ports.lake,
    streamPorts: env.ports.streams,
    projectId: env.projectId,
    datasets: [{name: env.dataset}],
    allowedOrigins: [`http://localhost:${env.ports.desk}`, siteUrl],
    roles,
    users: people.map((person) => ({...person})),
    webhooks: [
      {
        name: 'site',
        dataset: env.dataset,
        url: `${siteUrl}/api/revalidate`,
        filter: changeFilter,
        projection: changeProjection,
        secret: secrets.get('webhook'),
      },
    ],
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
