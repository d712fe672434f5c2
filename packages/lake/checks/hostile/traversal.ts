import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {ask, startTestLake} from '../../src/http/test-lake.ts'
import {randomFrom, tally, type Options, type Report} from './report.ts'

const fileName = 'outside-the-folder'
const canary = 'words that nobody may read'
const ups = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2e.',
  '%252e%252e',
  '..%00',
  '%c0%ae%c0%ae',
  '..;',
  '....',
  '.',
  '%uff0e%uff0e',
  '．．',
  '..%5c..',
]
const slashes = ['/', '%2f', '%2F', '%5c', '\\', '%252f', '%c0%af', '//', '/./', '%ef%bc%8f', ';/']
const ends = [
  'outside.txt',
  'lake.sqlite',
  'lake.lock',
  'etc/passwd',
  'outside.txt%00.png',
  'outside.txt?.png',
  'outside.txt%20',
]

/** B16: names that climb, in every place of an address that takes a name. */
export async function traversal({count, seed}: Options): Promise<Report> {
  const {pick, below} = randomFrom(seed)
  const report: Report = {row: 'B16 traversal', counts: {}, failures: []}
  const test = await startTestLake()
  const {directory} = test.lake.context.config
  const outside = join(dirname(directory), `${fileName}.txt`)
  try {
    writeFileSync(outside, canary)
    writeFileSync(join(directory, 'outside.txt'), canary)
    mkdirSync(join(directory, 'assets', 'images', 'production'), {recursive: true})
    const before = listing(directory)
    const authorization = `Bearer ${test.lake.issueToken('b16', 'administrator')}`
    for (let index = 0; index < count; index++) {
      const climb = Array.from({length: 1 + below(6)}, () => pick(ups) + pick(slashes)).join('')
      const name = climb + pick([...ends, `${fileName}.txt`])
      const [kind, method, path] = pick(placesFor(name))
      const got = await ask(test.lake, path.replaceAll(' ', '%20').replaceAll('．', '%EF%BC%8E'), {
        method,
        headers: {authorization, 'content-type': 'application/json'},
        ...(method === 'GET' ? {} : {body: '{"mutations":[{"create":{"_id":"a","_type":"b"}}]}'}),
      })
      tally(report.counts, kind)
      tally(report.counts, `${Math.floor(got.status / 100)}xx`)
      if ([canary, 'SQLite format', 'root:'].some((words) => got.body.includes(words)))
        report.failures.push(`${path} reads outside`)
      if (got.status >= 500) report.failures.push(`${path}: ${got.status}`)
    }
    const known = new Set(before)
    const made = listing(directory).filter(
      (path) =>
        !known.has(path) && !/^assets\/files\/production(\/[0-9a-f]{40}\.\w+)?$|^assets\/files$/.test(path),
    )
    for (const path of made) report.failures.push(`${path} was made`)
    if (existsSync(join(dirname(directory), 'assets'))) report.failures.push('something was made outside')
    return report
  } finally {
    await test.end()
  }
}

const listing = (directory: string): string[] =>
  readdirSync(directory, {recursive: true})
    .map(String)
    .filter((path) => !path.startsWith('lake.sqlite'))

type Place = readonly [kind: string, method: 'GET' | 'POST' | 'PUT', path: string]
const placesFor = (name: string): readonly Place[] => [
  ['asset', 'GET', `/images/lantern/production/${name}`],
  ['asset', 'GET', `/files/lantern/production/${name}`],
  ['asset', 'GET', `/images/lantern/${name}/a.png`],
  ['asset', 'GET', `/images/${name}/production/a.png`],
  ['asset', 'GET', `/files/lantern/production/${'a'.repeat(40)}.${name}`],
  ['dataset', 'GET', `/v1/data/query/${name}?query=*`],
  ['dataset', 'GET', `/v1/data/export/${name}`],
  ['dataset', 'POST', `/v1/data/mutate/${name}`],
  ['dataset', 'PUT', `/v1/datasets/${name}`],
  ['dataset', 'POST', `/v1/assets/files/${name}?filename=a.txt`],
  ['id', 'GET', `/v1/data/doc/production/${name}`],
  ['id', 'GET', `/v1/data/history/production/documents/${name}`],
  ['filename', 'POST', `/v1/assets/files/production?filename=${name}`],
  ['locale', 'GET', `/v1/help/${name}`],
]
