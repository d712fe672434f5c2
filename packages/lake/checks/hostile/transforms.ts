import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {ask, startTestLake} from '../../src/http/test-lake.ts'
import {randomFrom, tally, type Options, type Report} from './report.ts'

const cacheBytes = 300_000
const widths = new Set([
  32, 64, 96, 128, 160, 200, 240, 320, 480, 640, 800, 960, 1280, 1600, 1920, 2560, 3200, 3840,
])
const formats = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])
const odd = [
  '',
  '0',
  '-1',
  '1e9',
  'NaN',
  'Infinity',
  '99999999999',
  'a',
  '1,2',
  '%00',
  '../x',
  '1;2',
  '0x10',
  ' 5 ',
]
const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min', 'evil', '']
const crops = ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy', 'evil']
const asked = ['jpg', 'pjpg', 'png', 'webp', 'svg', 'avif', 'pdf', 'tiff', 'heif', 'gif', 'raw', '']

type Random = ReturnType<typeof randomFrom>

function addressFrom({pick, below}: Random): URLSearchParams {
  const number = (most: number): string => (below(4) === 0 ? pick(odd) : String(below(most)))
  const makers: readonly (readonly [string, () => string])[] = [
    ['w', () => number(5000)],
    ['h', () => number(5000)],
    ['max-w', () => number(5000)],
    ['max-h', () => number(5000)],
    ['rect', () => [number(700), number(500), number(700), number(500)].join(',')],
    ['fit', () => pick(fits)],
    ['crop', () => pick(crops)],
    ['fp-x', () => number(2)],
    ['fp-y', () => number(2)],
    ['q', () => number(200)],
    ['fm', () => pick(asked)],
    ['auto', () => pick(['format', 'compress', ''])],
    ['dpr', () => number(9)],
    ['dl', () => pick(['a.png', '"\r\nX: y', '../../a', 'é'])],
    ['blur', () => number(1000)],
    ['bg', () => pick(['fff', 'url(x)', ''])],
  ]
  const chosen = makers.filter(() => below(3) === 0)
  return new URLSearchParams(chosen.map(([name, make]) => [name, make()]))
}

/** B10: random addresses of one picture. Sizes snap, formats are a closed list, two are made at once, and disk is bounded. */
export async function transforms({count, seed}: Options): Promise<Report> {
  const random = randomFrom(seed)
  const report: Report = {row: 'B10 transforms', counts: {}, failures: []}
  const test = await startTestLake({limits: {imageCacheBytes: cacheBytes}})
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, sharp.counters().process)), 1)
  try {
    const noise = {type: 'gaussian', mean: 128, sigma: 40} as const
    const picture = await sharp({create: {width: 600, height: 400, channels: 3, background: '#888', noise}})
      .png()
      .toBuffer()
    const {url} = await test.client('administrator').assets.upload('image', picture)
    const {pathname} = new URL(url)
    most = 0
    let next = 0
    const work = async (): Promise<void> => {
      while (next < count) {
        next += 1
        await one(addressFrom(random))
      }
    }
    await Promise.all([work(), work(), work(), work(), work(), work()])
    async function one(query: URLSearchParams): Promise<void> {
      const {status, type, bytes} = await fetchBytes(`${test.lake.url}${pathname}?${query}`)
      tally(report.counts, String(status))
      if (status !== 200) return void report.failures.push(`${status} for ?${query}`)
      if (!formats.has(type)) report.failures.push(`${type} for ?${query}`)
      const {width, height} = await sharp(bytes).metadata()
      const given = [query.get('w') ?? query.get('max-w'), query.get('h') ?? query.get('max-h')].map(Number)
      const isPlain = given.every((side) => side > 0) && query.get('fit') === 'crop' && !query.has('dpr')
      if (isPlain && !widths.has(width) && width < 3840)
        report.failures.push(`${width} px wide for ?${query}`)
      if (width > 4000 || height > 4000) report.failures.push(`${width} × ${height} for ?${query}`)
    }
    const kept = sizeOf(join(test.lake.context.config.directory, 'image-cache'))
    report.counts = {...report.counts, 'made at once': most, 'cache bytes': kept, 'cache limit': cacheBytes}
    if (kept > cacheBytes) report.failures.push(`the cache holds ${kept} bytes`)
    if (kept === 0) report.failures.push('the cache holds nothing')
    const svg = await ask(test.lake, `${pathname}?fm=svg`)
    if (String(svg.headers['content-type']).includes('svg')) report.failures.push('svg was made')
    return report
  } finally {
    clearInterval(watch)
    await test.end()
  }
}

async function fetchBytes(url: string): Promise<{status: number; type: string; bytes: Buffer}> {
  const answer = await fetch(url, {headers: {accept: 'image/webp,*/*'}})
  const bytes = Buffer.from(await answer.arrayBuffer())
  return {status: answer.status, type: answer.headers.get('content-type') ?? '', bytes}
}

const sizeOf = (directory: string): number =>
  readdirSync(directory, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
