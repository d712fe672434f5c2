import {importStarter, starterDocuments} from '@lantern/starter'
import {startLake, type Lake} from '@lantern/lake'
import {createClient, type SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {createReadStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {rolesFor} from './roles.ts'

const folder = mkdtempSync(join(tmpdir(), 'round-trip-'))
let lakes: [Lake, Lake]

const emptyLake = (name: string): Promise<Lake> =>
  startLake({
    directory: join(folder, name),
    port: 0,
    streamPorts: [],
    projectId: 'lantern',
    datasets: [{name: 'production'}],
    allowedOrigins: [],
    roles: rolesFor('production'),
    users: [],
    webhooks: [],
  })

beforeAll(async () => {
  lakes = [await emptyLake('from'), await emptyLake('to')]
})
afterAll(async () => {
  for (const lake of lakes) await lake.stop()
  rmSync(folder, {recursive: true, force: true})
})

const clientOf = (lake: Lake): SanityClient =>
  createClient({
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: 'lantern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    token: lake.issueToken('round trip', 'importer'),
    useCdn: false,
  })

type Document = Record<string, unknown>

/** Everything but what a lake writes itself: revision, times, and the address of a picture, which names the lake. */
async function comparable(client: SanityClient): Promise<Document[]> {
  const documents = await client.fetch<Document[]>(
    '*[!(_id in path("_.**"))] | order(_id)',
    {},
    {perspective: 'raw'},
  )
  const written = new Set(['_rev', '_createdAt', '_updatedAt', 'url', 'uploadId'])
  return documents.map((document) =>
    Object.fromEntries(Object.entries(document).filter(([name]) => !written.has(name))),
  )
}

it('carries the whole starter library through export and import to equal documents', async () => {
  const [source, target] = lakes.map(clientOf)
  if (!source || !target) throw new Error('Two lakes were started')
  await importStarter({client: source})
  const archive = join(folder, 'starter.tar.gz')
  await exportDataset({client: source, dataset: 'production', outputPath: archive, assetConcurrency: 2})
  await sanityImport(createReadStream(archive), {client: target, operation: 'createOrReplace'})
  const [before, after] = [await comparable(source), await comparable(target)]
  expect(before.length).toBeGreaterThan(starterDocuments().length)
  expect(after).toEqual(before)
}, 60_000)
