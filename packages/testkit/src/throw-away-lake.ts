import {startLake} from '@lantern/lake'
import {createClient, type SanityClient} from '@sanity/client'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** A real lake with data of its own, on a free port, and the real client as its administrator. */
export type ThrowAwayLake = {
  /** `http://localhost:<port>`. */
  url: string
  projectId: string
  dataset: string
  /** The administrator's bearer token. */
  token: string
  client: SanityClient
  /** Stops the lake and deletes its data. */
  stop(): Promise<void>
}

const projectId = 'lantern'
const dataset = 'production'
const everything = [{filter: 'true', permissions: ['read', 'create', 'update', 'history'] as const}]

/** Starts an empty lake for one test file; nothing calls its webhooks, and no browser may call it. */
export async function startThrowAwayLake(): Promise<ThrowAwayLake> {
  const directory = mkdtempSync(join(tmpdir(), 'lantern-lake-'))
  const lake = await startLake({
    directory,
    port: 0,
    streamPorts: [],
    projectId,
    datasets: [{name: dataset}],
    allowedOrigins: [],
    roles: {administrator: {title: 'Administrator', grants: everything}},
    users: [],
    webhooks: [],
  })
  const token = lake.issueToken('a test', 'administrator')
  return {
    url: lake.url,
    projectId,
    dataset,
    token,
    client: createClient({
      apiHost: lake.url,
      useProjectHostname: false,
      projectId,
      dataset,
      apiVersion: '2025-02-19',
      perspective: 'raw',
      useCdn: false,
      token,
    }),
    stop: async () => {
      await lake.stop()
      rmSync(directory, {recursive: true, force: true})
    },
  }
}
