import {changeFilter, changeProjection} from '@lantern/content/read'
import {startLake} from '@lantern/lake'
import {join} from 'node:path'
import type {DeskEnv} from './env.ts'
import {people, rolesFor} from './roles.ts'
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
    roles: rolesFor(env.dataset),
    users: people.map((person) => ({...person})),
    webhooks: unheard ? [] : [site],
  })
}

/**
 * The tokens by which the site reads: what is published, and drafts for its preview. They are kept from start to start;
 * a new one is made when the lake no longer knows the old one, because it expired or because the lake is new.
 */
export async function siteTokens(
  lake: DeskLake,
  secrets: SecretBox,
): Promise<{readToken: string; previewToken: string}> {
  return {
    readToken: await keptToken(lake, secrets, 'site'),
    previewToken: await keptToken(lake, secrets, 'preview'),
  }
}

async function keptToken(lake: DeskLake, secrets: SecretBox, role: 'site' | 'preview'): Promise<string> {
  const kept = secrets.get(`${role}-token`, () => lake.issueToken(role, role))
  const known = await fetch(`${lake.url}/v1/auth/id`, {headers: {authorization: `Bearer ${kept}`}})
  if (known.ok) return kept
  const fresh = lake.issueToken(role, role)
  secrets.set(`${role}-token`, fresh)
  return fresh
}
