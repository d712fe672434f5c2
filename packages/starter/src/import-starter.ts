/*
 * Imports the starter library into a dataset of any content API that speaks Sanity's:
 * SANITY_API_HOST=http://localhost:3900 SANITY_PROJECT_ID=… SANITY_DATASET=… SANITY_AUTH_TOKEN=… node src/import-starter.ts
 */
import {createClient} from '@sanity/client'
import {readEnv} from './env.ts'
import {importStarter} from './index.ts'

const {apiHost, projectId, dataset, token} = readEnv(process.env)

const client = createClient({
  ...(apiHost && {apiHost, useProjectHostname: false}),
  projectId,
  dataset,
  token,
  apiVersion: '2025-02-19',
  useCdn: false,
})

await importStarter({client, onProgress: console.log})
