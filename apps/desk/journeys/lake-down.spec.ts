import {type RunningLantern, editorClient, startLantern} from '@lantern/testkit'
import {readEnv} from '../src/env.ts'
import {startDeskLake, type DeskLake} from '../src/lake.ts'
import {openSecrets} from '../src/secrets.ts'
import {expect, test} from './journey.ts'

let lantern: RunningLantern
let lake: DeskLake | null = null

test.beforeAll(async () => {
  test.setTimeout(600_000)
  lantern = await startLantern()
})

test.afterAll(async () => {
  await lake?.stop()
  if (lantern) process.kill(lantern.siteProcessId)
  await lantern?.stop()
})

const get = async (path: string): Promise<{status: number; text: string}> => {
  const response = await fetch(`${lantern.site}${path}`)
  return {status: response.status, text: await response.text()}
}

/** Every page of the site that the pages so far link to. */
function pathsIn(html: string): string[] {
  return [...html.matchAll(/href="(\/(?!_next|images|get\/)[^"#?]*)"/gu)].map(([, path]) => path ?? '/')
}

async function everyPage(): Promise<string[]> {
  const seen = new Set<string>()
  const waiting = ['/']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    const page = await get(path)
    if (page.status !== 200) continue
    seen.add(path)
    waiting.push(...pathsIn(page.text))
  }
  return [...seen]
}

test('the site keeps serving every page it made while the lake is down, and recovers by itself', async () => {
  const paths = await everyPage()
  console.log(`pages made before the lake went down: ${paths.length}`)
  expect(paths.length).toBeGreaterThan(20)

  await lantern.killDeskAndLake()
  for (const path of paths) expect((await get(path)).status, path).toBe(200)
  expect((await get('/treatments/never-asked-for-before')).status).toBe(503)

  lake = await startDeskLake(readEnv(lantern.settings), openSecrets(lantern.dataDir))
  const link = lake.issueLoginLink('editor', lantern.studio)
  const client = await editorClient({...lantern, logins: {editor: link}})
  const dek = `Fresh again after the lake came back (${Date.now()}).`
  await client.patch('article-what-is-hr-positive-her2-negative-mbc').set({dek}).commit()
  await expect
    .poll(async () => (await get('/articles/what-is-hr-positive-her2-negative-mbc')).text, {timeout: 70_000})
    .toContain(dek)
  expect((await get('/treatments/never-asked-for-before')).status).toBe(404)
})
