import {importStarter} from '@lantern/starter'
import {createClient} from '@sanity/client'
import {existsSync} from 'node:fs'
import type {DeskEnv} from './env.ts'
import {lakeFolder, startDeskLake, type DeskLake} from './lake.ts'
import type {SecretBox} from './secrets.ts'

/**
 * Fills a lake that does not exist yet, before anyone hears of its changes: no site has made a page of them, and one
 * webhook for each document would purge pages during the first seconds that readers have.
 */
export async function fillNewLake(
  env: DeskEnv,
  secrets: SecretBox,
  say: (line: string) => void,
): Promise<void> {
  if (existsSync(lakeFolder(env))) return
  const lake = await startDeskLake(env, secrets, {unheard: true})
  try {
    await fillWhenEmpty(lake, env, say)
  } finally {
    await lake.stop()
  }
}

/** Imports the starter library through the lake's own API when the dataset holds no site settings yet. */
export async function fillWhenEmpty(
  lake: DeskLake,
  env: DeskEnv,
  say: (line: string) => void,
): Promise<void> {
  const client = createClient({
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: env.projectId,
    dataset: env.dataset,
    apiVersion: '2025-02-19',
    token: lake.issueToken('starter import', 'importer'),
    useCdn: false,
  })
  const filled = await client.fetch<boolean>('defined(*[_type == "siteSettings"][0]._id)')
  if (filled) return
  say('Importing the starter library …')
  await importStarter({client, onProgress: say})
}
