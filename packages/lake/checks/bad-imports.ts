import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {createGzip, gzipSync} from 'node:zlib'
import {pack, type Header} from 'tar-stream'
import {ArchiveError} from '../src/archive/archive-error.ts'
import {importInto} from '../src/archive/import-archive.ts'
import {lakeHere} from '../src/archive/targets.ts'
import {startTestLake} from '../src/http/test-lake.ts'
import {randomFrom} from './seed.ts'

type Random = (below: number) => number
type Bytes = Buffer | Iterable<Buffer>
type Entry = {header: Partial<Header> & {name: string}; body?: string | Buffer}

async function tar(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack()
  for (const {header, body} of entries) archive.entry(header, body ?? '')
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const line = (id: string, more: object = {}): string => JSON.stringify({_id: id, _type: 'note', ...more})
const lines = (count: number, random: Random): string[] =>
  Array.from({length: count}, (_, index) =>
    line(`n-${index}-${random(1e9)}`, {text: 'x'.repeat(random(200))}),
  )

function insert(all: string[], random: Random, ...bad: string[]): string {
  const at = random(all.length + 1)
  return [...all.slice(0, at), ...bad, ...all.slice(at)].join('\n')
}

function* repeat(times: number, piece: Buffer): Generator<Buffer> {
  for (let time = 0; time < times; time++) yield piece
}

/** Each gives the bytes of one archive that must be refused. */
const makers: Record<string, (random: Random, outside: string) => Bytes | Promise<Bytes>> = {
  'byte-order mark': (random) => Buffer.from(`\uFEFF${lines(5, random).join('\n')}`),
  NUL: (random) => Buffer.from(insert(lines(5, random), random, line('nul').replace('note', 'no\0te'))),
  'not UTF-8': (random) =>
    Buffer.concat([
      Buffer.from(`${insert(lines(3, random), random)}\n{"_id":"x","_type":"`),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]),
  'cut line': (random) => {
    const text = lines(5, random).join('\n')
    return Buffer.from(text.slice(0, text.length - 1 - random(20)))
  },
  'line of 5 MB, cut': (random) =>
    Buffer.from(insert(lines(3, random), random, line('big', {text: 'y'.repeat(5_000_000)}).slice(0, -3))),
  'line over 32 MB': () => repeat(33, Buffer.from('z'.repeat(1_000_000))),
  'same id twice': (random) => Buffer.from(insert(lines(5, random), random, line('twice'), line('twice'))),
  'dangling reference': (random) =>
    Buffer.from(insert(lines(5, random), random, line('to', {a: [{_ref: `gone-${random(1e9)}`}]}))),
  'no object': (random) =>
    Buffer.from(insert(lines(3, random), random, ['[]', '7', 'null', '"a"'][random(4)] ?? '')),
  'no type': (random) => Buffer.from(insert(lines(3, random), random, '{"_id":"a"}')),
  'bad id': (random) =>
    Buffer.from(insert(lines(3, random), random, line(['../x', 'a b', '', 'ü', 'a/b'][random(5)] ?? ''))),
  deep: (random) =>
    Buffer.from(
      insert(
        lines(3, random),
        random,
        `{"_id":"d","_type":"n","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      ),
    ),
  'foreign asset': (random, outside) =>
    Buffer.from(
      insert(lines(3, random), random, line('f', {i: {_sanityAsset: `file@file://${outside}/canary`}})),
    ),
  'remote asset': (random) =>
    Buffer.from(
      insert(lines(3, random), random, line('r', {i: {_sanityAsset: 'image@http://169.254.169.254/latest'}})),
    ),
  'cut gzip': (random) => {
    const whole = gzipSync(lines(50, random).join('\n'))
    return whole.subarray(0, 10 + random(whole.length - 12))
  },
  'flipped gzip': (random) => {
    const whole = gzipSync(lines(50, random).join('\n'))
    // Behind the header, where the bits matter, and before the length, which only says the size modulo 2³².
    const at = 10 + random(whole.length - 18)
    whole[at] = (whole[at] ?? 0) ^ (1 << random(8))
    return whole
  },
  'gzip bomb': async () =>
    Buffer.concat(
      await Readable.from(repeat(60, Buffer.alloc(1_000_000, 10)))
        .pipe(createGzip())
        .toArray(),
    ),
  'entry leads out': (random, outside) => {
    const up =
      [
        '../../escaped',
        `${outside}/escaped`,
        'x/../../../escaped',
        'images/..\\escaped',
        'a/images/../../../../escaped',
      ][random(5)] ?? ''
    return tar([
      {header: {name: 'e/data.ndjson'}, body: lines(3, random).join('\n')},
      {header: {name: up}, body: 'escaped'},
    ])
  },
  'asset leads out': (random, outside) => {
    const name = [`e/images/../../${outside}/escaped`, `/images/escaped`][random(2)] ?? ''
    return tar([
      {header: {name}, body: 'escaped'},
      {header: {name: 'e/data.ndjson'}, body: line('a')},
    ])
  },
  link: (random, outside) => {
    const type = (['symlink', 'link'] as const)[random(2)] ?? 'symlink'
    return tar([
      {header: {name: 'e/images/out', type, linkname: outside}},
      {header: {name: 'e/images/out/escaped'}, body: 'escaped'},
    ])
  },
  device: (random) =>
    tar([
      {header: {name: 'e/files/dev', type: (['character-device', 'fifo'] as const)[random(2)] ?? 'fifo'}},
    ]),
  'cut tar': async (random) => {
    const whole = await tar([{header: {name: 'e/data.ndjson'}, body: lines(60, random).join('\n')}])
    return whole.subarray(0, 600 + random(2000))
  },
  'broken tar header': async (random) => {
    const whole = await tar([{header: {name: 'e/data.ndjson'}, body: lines(3, random).join('\n')}])
    whole[random(100)] = 1 + random(250)
    whole[148] = 0x39
    return whole
  },
}

export type BadImportResult = {
  tried: number
  refused: number
  named: number
  halfImports: number
  filesOutside: number
  otherErrors: string[]
  megabytesBefore: number
  mostMegabytes: number
}

/** In pieces, as a file is read. */
function* pieces(bytes: Bytes): Generator<Buffer> {
  if (!Buffer.isBuffer(bytes)) return yield* bytes
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** Whatever lies where an archive might have put something. */
function findEscaped(root: string): number {
  const expected = new Set(['data', 'outside', 'spool'])
  const left = [
    ...readdirSync(root).filter((name) => !expected.has(name)),
    ...readdirSync(join(root, 'spool')),
    ...readdirSync(join(root, 'outside')).filter((name) => name !== 'canary'),
  ]
  const wellKnown = [join(tmpdir(), 'escaped'), '/escaped', '/images/escaped']
  return left.length + wellKnown.filter((path) => existsSync(path)).length
}

/** B8: archives that are broken or mean harm. Each is refused by its line or entry, and nothing of it stays. */
export async function importBadArchives({
  rounds,
  seed,
}: {
  rounds: number
  seed: number
}): Promise<BadImportResult> {
  const random = randomFrom(seed)
  const root = mkdtempSync(join(tmpdir(), 'lake-bad-'))
  const outside = join(root, 'outside')
  mkdirSync(outside)
  const spool = join(root, 'spool')
  mkdirSync(spool)
  writeFileSync(join(outside, 'canary'), 'a file that no import may read')
  const {lake, end} = await startTestLake({directory: join(root, 'data')})
  const target = lakeHere(lake, 'production', lake.issueToken('import', 'administrator'))
  const names = Object.keys(makers)
  const result: BadImportResult = {
    tried: 0,
    refused: 0,
    named: 0,
    halfImports: 0,
    filesOutside: 0,
    otherErrors: [],
    megabytesBefore: Math.round(process.memoryUsage().rss / 1e6),
    mostMegabytes: 0,
  }
  for (let round = 0; round < rounds; round++) {
    // The large ones cost as much as all others together, and ten of each say the same as five hundred.
    const name = names[round % names.length] ?? ''
    if (/MB|bomb/.test(name) && round > names.length * 10) continue
    const bytes = (await makers[name]?.(random, outside)) ?? Buffer.alloc(0)
    const before = lake.context.store.sequence()
    result.tried += 1
    try {
      await importInto({source: Readable.from(pieces(bytes)), target, mode: 'create', spoolIn: spool})
      result.otherErrors.push(`${name}: taken`)
    } catch (error) {
      if (error instanceof ArchiveError) result.refused += 1
      else result.otherErrors.push(`${name}: ${String(error)}`)
      if (error instanceof Error && /^(Line \d+|Entry |The archive )/.test(error.message)) result.named += 1
    }
    if (lake.context.store.sequence() !== before) result.halfImports += 1
    result.mostMegabytes = Math.max(result.mostMegabytes, Math.round(process.memoryUsage().rss / 1e6))
  }
  result.filesOutside = findEscaped(root)
  await end()
  rmSync(root, {recursive: true, force: true})
  return result
}
