import {importStarter} from '@lantern/starter'
import {createClient} from '@sanity/client'
import type {DeskEnv} from './env.ts'
import type {DeskLake} from './lake.ts'

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
