import {fixtures} from '@lantern/content/fixtures'
import {startThrowAwayLake, type ThrowAwayLake} from '@lantern/testkit'
import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'

const root = resolve(import.meta.dirname, '../..')
const {scripts} = z
  .object({scripts: z.record(z.string(), z.string())})
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let folder: string
let full: ThrowAwayLake
let empty: ThrowAwayLake

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-tools-'))
  full = await startThrowAwayLake()
  empty = await startThrowAwayLake()
  await full.client.assets.upload('image', onePixel, {filename: 'dot.png'})
  const {person, source, appProfile} = fixtures
  const draft = {...person, _id: `drafts.${person._id}`, name: 'Sam Draft'}
  const transaction = full.client.transaction()
  for (const {_rev, _createdAt, _updatedAt, ...document} of [person, source, appProfile, draft])
    transaction.create<Record<string, unknown>>(document)
  await transaction.commit()
})
afterAll(async () => {
  await full.stop()
  await empty.stop()
  rmSync(folder, {recursive: true, force: true})
})

type Ended = {code: number; stdout: string; stderr: string}

/** Runs a line of a shell at the project's root; `npm run` as its script says, without the launcher's installation. */
function shell(line: string, lake: ThrowAwayLake, more: Record<string, string> = {}): Promise<Ended> {
  const script = line
    .replace(/npm run (?:--silent )?(\w+)(?: --(?= |$))?/g, (_, name: string) =>
      (scripts[name] ?? '').replace('node apps/desk/launch.mjs run ', ''),
    )
    .replaceAll('npx sanity', 'sanity')
    .replaceAll('http://localhost:3900', lake.url)
    .replaceAll('library.tar.gz', join(folder, 'library.tar.gz'))
  const env = {
    ...process.env,
    PATH: [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    SANITY_API_HOST: lake.url,
    SANITY_AUTH_TOKEN: lake.token,
    ...more,
  }
  return new Promise((done) => {
    execFile('sh', ['-ec', script], {cwd: root, env}, (error, stdout, stderr) =>
      done({code: error ? Number(error.code ?? 1) : 0, stdout, stderr}),
    )
  })
}

const documents = ({client}: ThrowAwayLake): Promise<unknown> =>
  client.fetch(
    '*[!(_id in path("_.**"))] | order(_id) {..., "_rev": 0, "_createdAt": 0, "_updatedAt": 0, "url": 0, "uploadId": 0}',
  )

/** The commands of the developers' page that are marked as executed, one text for each block. */
const blocks = readFileSync(join(root, 'docs/developers/tools.md'), 'utf8')
  .split('<!-- executed -->\n')
  .slice(1)
  .map((part) => part.trimStart().split('\n\n')[0]?.replace(/^ {4}/gm, '') ?? '')

describe('the commands of the developers’ page', () => {
  test('query, export and import as they are written there', async () => {
    const ended = await shell(blocks[0] ?? '', full)
    expect(ended).toMatchObject({code: 0})
    expect(ended.stdout).toMatch(/^2\nWrote .*; documents: 4, pictures: 1\nBrought in .*; documents: 4\n$/)
  }, 60_000)

  test('the real `sanity` command as it is written there', async () => {
    const ended = await shell(blocks[1] ?? '', full)
    expect(ended).toMatchObject({code: 0})
    expect(ended.stdout).toMatch(/^1\n/)
    expect(ended.stdout).toContain('"Sam Sample"')
    expect(ended.stdout).toMatch(/^production$/m)
    expect(ended.stdout + ended.stderr).toMatch(/Imported|imported/)
  }, 120_000)
})

describe('export and import', () => {
  test('carry documents, drafts and pictures to another lake, and bring nothing twice', async () => {
    expect(await shell('npm run export -- library.tar.gz', full)).toMatchObject({code: 0})
    expect(await shell('npm run import -- library.tar.gz', empty)).toMatchObject({code: 0})
    expect(await documents(empty)).toEqual(await documents(full))

    const again = await shell('npm run import -- library.tar.gz', empty)
    expect(again).toMatchObject({code: 1})
    expect(again.stderr).toMatch(/already exists/)
    expect(await shell('npm run import -- library.tar.gz --missing', empty)).toMatchObject({code: 0})
    expect(await documents(empty)).toEqual(await documents(full))
  }, 60_000)
})

describe('a tool that cannot do its work ends with 1 and says why', () => {
  test.each([
    ['a query that is no GROQ', "npm run query -- '*[_type =='", {}, /expected|parse/i],
    ['no query', 'npm run query', {}, /Usage: npm run --silent query/],
    ['no token', "npm run query -- '*'", {SANITY_AUTH_TOKEN: ''}, /SANITY_AUTH_TOKEN/],
    [
      'a token that the lake does not know',
      "npm run query -- '*'",
      {SANITY_AUTH_TOKEN: 'stranger'},
      /session|token|unauthorized/i,
    ],
    ['a file that is not there', 'npm run import -- nowhere.tar.gz', {}, /nowhere\.tar\.gz/],
    [
      'an option that it does not have',
      'npm run import -- library.tar.gz --all',
      {},
      /Usage: npm run import/,
    ],
    ['a folder that is not there', 'npm run export -- nowhere/at/all.tar.gz', {}, /nowhere/],
    [
      'a lake that does not answer',
      "npm run query -- '*'",
      {SANITY_API_HOST: 'http://127.0.0.1:2'},
      /127\.0\.0\.1/,
    ],
  ])('%s', async (_, line, environment, reason) => {
    const ended = await shell(line, full, environment)
    expect(ended).toMatchObject({code: 1, stdout: ''})
    expect(ended.stderr).toMatch(reason)
    expect(ended.stderr).not.toContain(full.token)
  })
})
