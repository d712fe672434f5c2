import {deflateSync, crc32, gzipSync} from 'node:zlib'
import {ask, startTestLake} from '../../src/http/test-lake.ts'
import {tally, type Options, type Report} from './report.ts'

const bytes = (...parts: (string | number[] | Buffer)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

function chunk(name: string, data: Buffer): Buffer {
  const body = bytes(name, data)
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.byteLength, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG whose header says one size, and whose data is whatever is given. */
function png(width: number, height: number, data = Buffer.from([0, 0]), more: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const idat = chunk('IDAT', deflateSync(data))
  return bytes('\x89PNG\r\n\x1a\n', chunk('IHDR', header), ...more, idat, chunk('IEND', Buffer.alloc(0)))
}

const le16 = (value: number): number[] => [value & 255, (value >> 8) & 255]
const le24 = (value: number): number[] => [...le16(value), (value >> 16) & 255]
const be16 = (value: number): number[] => [(value >> 8) & 255, value & 255]
const gifFrame = (width: number, height: number): Buffer =>
  bytes(
    [0x21, 0xf9, 4, 0, 1, 0, 0, 0],
    [0x2c, 0, 0, 0, 0],
    le16(width),
    le16(height),
    [0],
    [2, 2, 0x4c, 1, 0],
  )

function gif(width: number, height: number, frames: number): Buffer {
  const head = bytes('GIF89a', le16(width), le16(height), [0x80, 0, 0], [0, 0, 0, 255, 255, 255])
  return bytes(head, Buffer.concat(Array.from({length: frames}, () => gifFrame(width, height))), [0x3b])
}

function jpeg(width: number, height: number): Buffer {
  return bytes(
    [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8],
    be16(height),
    be16(width),
    [1, 1, 0x11, 0],
    [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
    Buffer.alloc(64),
    [0xff, 0xd9],
  )
}

function riff(...chunks: Buffer[]): Buffer {
  const body = bytes('WEBP', ...chunks)
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.byteLength)
  return bytes('RIFF', size, body)
}

function riffChunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.byteLength)
  return bytes(name, size, data)
}

const webpCanvas = (width: number, height: number): Buffer =>
  riff(
    riffChunk('VP8X', bytes([2, 0, 0, 0], le24(width - 1), le24(height - 1))),
    riffChunk('ANIM', Buffer.alloc(6)),
  )
const webpLossless = (): Buffer => riff(riffChunk('VP8L', bytes([0x2f, 0xff, 0xff, 0xff, 0x0f, 0, 0, 0])))

/** 14,000 × 14,000 black pixels in about 190 kB. */
const blackSquare = (): Buffer => png(14_000, 14_000, Buffer.alloc(14_000 * 14_001))
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"><script>1</script></svg>'

const bombs = (): readonly (readonly [name: string, bytes: Buffer])[] => [
  ['PNG of 14,000²', blackSquare()],
  ['PNG that says 14,000² and holds nothing', png(14_000, 14_000)],
  ['PNG of 10,001 × 1', png(10_001, 1)],
  ['PNG of 1 × 10,001', png(1, 10_001)],
  ['PNG of 2³¹−1 squared', png(2 ** 31 - 1, 2 ** 31 - 1)],
  ['PNG of 0 × 0', png(0, 0)],
  ['PNG that says 7,072²', png(7072, 7072)],
  [
    'PNG with a text of 10 MB',
    png(14_000, 14_000, Buffer.from([0]), [
      chunk('zTXt', bytes('a\0\0', deflateSync(Buffer.alloc(10_000_000)))),
    ]),
  ],
  ['PNG without its data', png(10, 10).subarray(0, 40)],
  ['PNG with a wrong checksum', Buffer.from(png(10, 10)).fill(0, 29, 33)],
  ['GIF of 65,535²', gif(65_535, 65_535, 1)],
  ['GIF of 101 frames', gif(1, 1, 101)],
  ['GIF of 20,000 frames', gif(1, 1, 20_000)],
  ['JPEG of 65,500²', jpeg(65_500, 65_500)],
  ['JPEG of 10,001 × 10', jpeg(10_001, 10)],
  ['JPEG that is only a start', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['WebP of 16,384²', webpCanvas(16_384, 16_384)],
  ['WebP of 2²⁴ × 2²⁴', webpCanvas(2 ** 24, 2 ** 24)],
  ['WebP, lossless, of 16,384²', webpLossless()],
  ['SVG', Buffer.from(svg)],
  ['SVG, zipped', gzipSync(svg)],
  ['SVG behind the start of a PNG', bytes('\x89PNG\r\n\x1a\n', svg)],
  ['TIFF', bytes('II*\0', Buffer.alloc(64))],
  ['AVIF', bytes([0, 0, 0, 32], 'ftypavif', Buffer.alloc(64))],
  ['PDF', Buffer.from('%PDF-1.7\n')],
]

/** B9: pictures that are small to send and huge to open. Refused from the header, before a pixel is decoded. */
export async function bombsRefused({seed: _seed}: Options): Promise<Report> {
  const report: Report = {row: 'B9 image bombs', counts: {}, failures: []}
  const test = await startTestLake()
  try {
    const headers = {
      authorization: `Bearer ${test.lake.issueToken('b9', 'administrator')}`,
      'content-type': 'image/png',
    }
    const all = bombs()
    const upload = (body: Buffer) =>
      ask(test.lake, '/v1/assets/images/production', {method: 'POST', headers, body})
    await upload(Buffer.from('warm'))
    const before = process.memoryUsage().rss
    let most = 0
    for (const [name, body] of all) {
      const cpu = process.cpuUsage()
      const {status} = await upload(body)
      const {user, system} = process.cpuUsage(cpu)
      const ms = (user + system) / 1000
      most = Math.max(most, process.memoryUsage().rss)
      report.counts['most ms'] = Math.max(report.counts['most ms'] ?? 0, Math.round(ms))
      tally(report.counts, String(status))
      if (status !== 400 && status !== 413 && status !== 415) report.failures.push(`${name}: ${status}`)
      if (ms > 100) report.failures.push(`${name}: ${Math.round(ms)} ms`)
    }
    const grownMb = Math.round((most - before) / 1e6)
    report.counts = {bombs: all.length, 'RSS grew by MB': grownMb, ...report.counts}
    if (grownMb > 150) report.failures.push(`memory grew by ${grownMb} MB`)
    return report
  } finally {
    await test.end()
  }
}
