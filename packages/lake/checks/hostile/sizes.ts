import {subscribe, unsubscribe} from 'node:diagnostics_channel'
import {connect, type Socket} from 'node:net'
import {gzipSync} from 'node:zlib'
import {z} from 'zod'
import {startTestLake} from '../../src/http/test-lake.ts'
import {tally, type Options, type Report} from './report.ts'

type Sent = {status: number; serverRead: number; ms: number}
type Attempt = {
  name: string
  headers?: Record<string, string>
  /** Chunks until the server has had enough. */
  chunks: () => Iterable<Buffer>
  length?: number
  expected: number
}

const requestStart = z.object({socket: z.custom<Socket>()})
const create = (document: object): Buffer =>
  Buffer.from(JSON.stringify({mutations: [{createOrReplace: {_id: 'large', _type: 'article', ...document}}]}))
const nested = (levels: number): unknown => (levels <= 1 ? 1 : {a: nested(levels - 1)})
const whole = (
  name: string,
  body: Buffer,
  expected: number,
  headers: Record<string, string> = {},
): Attempt => ({
  name,
  headers,
  chunks: () => [body],
  length: body.byteLength,
  expected,
})
const gzip = {'content-encoding': 'gzip'}

function* endless(): Iterable<Buffer> {
  for (let sent = 0; sent < 64; sent++) yield Buffer.alloc(1_000_000, 0x20)
}

const attempts: readonly Attempt[] = [
  whole(
    '4,000,001 bytes',
    Buffer.concat([create({}), Buffer.alloc(4_000_001 - create({}).byteLength, 0x20)]),
    413,
  ),
  whole(
    '4,000,000 bytes',
    Buffer.concat([create({}), Buffer.alloc(4_000_000 - create({}).byteLength, 0x20)]),
    200,
  ),
  {name: '64 MB announced', chunks: endless, length: 64_000_000, expected: 413},
  {name: '64 MB in pieces', chunks: endless, expected: 413},
  whole('a document over 32 MB', gzipSync(create({text: 'a'.repeat(32_000_001)})), 413, gzip),
  whole(
    '1,001 attributes',
    create(Object.fromEntries(Array.from({length: 1001}, (_, at) => [`a${at}`, 1]))),
    413,
  ),
  whole('21 levels', create({deep: nested(21)}), 413),
  whole('20 levels', create({deep: nested(19)}), 200),
  whole('a gzip bomb of 40,000,001 bytes', gzipSync(Buffer.alloc(40_000_001, 0x20)), 413, gzip),
  whole(
    'a gzip bomb of 1 GB',
    Buffer.concat(Array.from({length: 10}, () => gzipSync(Buffer.alloc(100_000_000, 0x20)))),
    413,
    gzip,
  ),
  whole('gzip in gzip', gzipSync(gzipSync(create({}))), 400, gzip),
  whole('gzip that is cut', gzipSync(create({})).subarray(0, 40), 400, gzip),
  whole('br', create({}), 415, {'content-encoding': 'br'}),
  {name: 'br, 64 MB', chunks: endless, headers: {'content-encoding': 'br'}, expected: 415},
  whole(
    '1,001 mutations',
    Buffer.from(JSON.stringify({mutations: Array.from({length: 1001}, () => ({delete: {id: 'a'}}))})),
    413,
  ),
]

/** B6: bodies that are too much. The lake reads at most 4.1 MB of one, inflates at most 40 MB, and never decodes br. */
export async function sizes({seed: _seed}: Options): Promise<Report> {
  const report: Report = {row: 'B6 sizes', counts: {}, failures: []}
  const test = await startTestLake()
  const before = process.memoryUsage().rss
  try {
    const authorization = `Bearer ${test.lake.issueToken('b6', 'administrator')}`
    for (const attempt of attempts) {
      const {status, serverRead, ms} = await send(test.lake.port, authorization, attempt)
      tally(report.counts, String(status))
      report.counts['most bytes read'] = Math.max(report.counts['most bytes read'] ?? 0, serverRead)
      report.counts['most ms'] = Math.max(report.counts['most ms'] ?? 0, Math.round(ms))
      if (status !== attempt.expected)
        report.failures.push(`${attempt.name}: ${status}, expected ${attempt.expected}`)
      if (serverRead > 4_150_000) report.failures.push(`${attempt.name}: ${serverRead} bytes were read`)
    }
    report.counts['RSS grew by MB'] = Math.round((process.memoryUsage().rss - before) / 1e6)
    return report
  } finally {
    await test.end()
  }
}

/** Sends by hand, so that it can be seen how much of it the server took. */
async function send(port: number, authorization: string, attempt: Attempt): Promise<Sent> {
  const started = performance.now()
  let accepted: Socket | null = null
  const note = (message: unknown): void => void (accepted ??= requestStart.parse(message).socket)
  subscribe('http.server.request.start', note)
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  let isOver = false
  const over = new Promise<void>((resolve) => {
    const end = (): void => {
      isOver = true
      resolve()
    }
    socket.on('data', (chunk) => {
      answer += chunk.toString()
      if (/^HTTP\/1\.1 \d+/.test(answer)) end()
    })
    socket.on('close', end)
    socket.on('error', end)
  })
  const framing =
    attempt.length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${attempt.length}`
  const more = Object.entries(attempt.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(
    `POST /v1/data/mutate/production HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: ${authorization}\r\n` +
      `Content-Type: application/json\r\n${more.join('')}${framing}\r\n\r\n`,
  )
  for (const chunk of attempt.chunks()) {
    if (isOver) break
    const head = attempt.length === undefined ? `${chunk.byteLength.toString(16)}\r\n` : ''
    const hasRoom = socket.write(Buffer.concat([Buffer.from(head), chunk, Buffer.from(head ? '\r\n' : '')]))
    if (!hasRoom)
      await Promise.race([over, new Promise<void>((resolve) => void socket.once('drain', resolve))])
  }
  await over
  await new Promise((resolve) => void setTimeout(resolve, 30))
  const serverRead = bytesRead(accepted)
  unsubscribe('http.server.request.start', note)
  socket.destroy()
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0),
    serverRead,
    ms: performance.now() - started,
  }
}

const bytesRead = (socket: Socket | null): number => socket?.bytesRead ?? 0
