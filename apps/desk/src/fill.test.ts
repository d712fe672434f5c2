import {starterDocuments, starterPictures} from '@lantern/starter'
import {freePorts} from '@lantern/testkit'
import {createClient, type SanityClient} from '@sanity/client'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {readEnv, type DeskEnv} from './env.ts'
import {fillNewLake} from './fill.ts'
import {startDeskLake, type DeskLake} from './lake.ts'
import {openSecrets, type SecretBox} from './secrets.ts'

let env: DeskEnv
let secrets: SecretBox
let lines: string[]
let lake: DeskLake | null

beforeEach(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-fill-'))
  const first = await freePorts(3)
  env = readEnv({
    LANTERN_DATA_DIR: dataDir,
    LANTERN_LAKE_PORT: String(first),
    LANTERN_STREAM_PORTS: '1',
    LANTERN_SITE_PORT: String(first + 2),
  })
  secrets = openSecrets(dataDir)
  lines = []
  lake = null
})
afterEach(async () => {
  await lake?.stop()
  rmSync(env.dataDir, {recursive: true, force: true})
})

const fill = (): Promise<void> => fillNewLake(env, secrets, (line) => void lines.push(line))

function clientOf({url, issueToken}: DeskLake): SanityClient {
  const token = issueToken('a test', 'administrator')
  return createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId: env.projectId,
    dataset: env.dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
    token,
  })
}

it('a first start owes the site no webhook for what it imports, and one for the first change after it', async () => {
  await fill()
  lake = await startDeskLake(env, secrets)
  expect(lake.context.webhooks.pending()).toBe(0)
  const client = clientOf(lake)
  expect(await client.fetch('count(*[!(_type match "sanity.*")])')).toBe(starterDocuments().length)
  await client.patch('siteSettings').set({tagline: 'Plain words'}).commit()
  expect(lake.context.webhooks.pending()).toBe(1)
})

it('the pictures of a first start are at the address of the lake that goes on', async () => {
  await fill()
  lake = await startDeskLake(env, secrets)
  const urls = await clientOf(lake).fetch<string[]>('*[_type == "sanity.imageAsset"].url')
  expect(urls).toHaveLength(starterPictures.length)
  for (const url of urls) expect(url.startsWith(lake.url)).toBe(true)
})

it('a lake that exists is left alone, whatever it holds', async () => {
  lake = await startDeskLake(env, secrets)
  await lake.stop()
  await fill()
  expect(lines).toEqual([])
  lake = await startDeskLake(env, secrets)
  expect(await clientOf(lake).fetch('count(*)')).toBe(0)
})
