import {connect} from 'node:net'
import {startTestLake} from '../../src/http/test-lake.ts'
import {tally, type Options, type Report} from './report.ts'

const patienceMs = 2500
const canaryPath = '/v1/features?canary'

/** What is sent; `trickle` sends one byte at a time and never ends. */
type Attempt = {name: string; bytes: string; trickle?: string; expected: readonly number[]}

const host = (port: number): string => `Host: localhost:${port}\r\n`
const post = '/v1/data/mutate/production'
const smuggled = (port: number): string => `GET ${canaryPath} HTTP/1.1\r\n${host(port)}\r\n`
const refused = [400, 408, 411, 413, 421, 431, 501, 505]

const attemptsAt = (port: number): Attempt[] => {
  const own = host(port)
  const body = (headers: string, rest: string): string =>
    `POST ${post} HTTP/1.1\r\n${own}${headers}\r\n${rest}`
  const upgrade = (path: string, more = ''): string =>
    `GET ${path} HTTP/1.1\r\n${own}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`
  return [
    {name: 'nothing at all', bytes: '', expected: [0, 408]},
    {
      name: 'slow headers',
      bytes: `GET / HTTP/1.1\r\n${own}`,
      trickle: 'X-Slow: aaaaaaaaaaaaaaaaaaaa\r\n',
      expected: [408],
    },
    {name: 'headers that stop', bytes: `GET / HTTP/1.1\r\n${own}X-`, expected: [408]},
    {
      name: 'slow body',
      bytes: body('Content-Length: 1000\r\nContent-Type: application/json\r\n', '{'),
      trickle: ' ',
      expected: [401, 408],
    },
    {name: 'body that stops', bytes: body('Content-Length: 1000\r\n', '{'), expected: [401, 408]},
    {
      name: 'slow chunks',
      bytes: body('Transfer-Encoding: chunked\r\n', '1\r\n{\r\n'),
      trickle: '1\r\n \r\n',
      expected: [401, 408],
    },
    {
      name: '64 kB of headers',
      bytes: `GET / HTTP/1.1\r\n${own}X-A: ${'a'.repeat(65_536)}\r\n\r\n`,
      expected: [431],
    },
    {
      name: '2,000 headers',
      bytes: `GET / HTTP/1.1\r\n${own}${'X-A: aaaaaaa\r\n'.repeat(2000)}\r\n`,
      expected: [431],
    },
    {
      name: '64 kB of address',
      bytes: `GET /${'a'.repeat(65_536)} HTTP/1.1\r\n${own}\r\n`,
      expected: [431, 414],
    },
    {
      name: 'CL and TE',
      bytes: body('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggled(port)}`),
      expected: [400],
    },
    {
      name: 'TE and CL',
      bytes: body('Transfer-Encoding: chunked\r\nContent-Length: 5\r\n', `0\r\n\r\n${smuggled(port)}`),
      expected: [400],
    },
    {
      name: 'two lengths',
      bytes: body('Content-Length: 0\r\nContent-Length: 5\r\n', smuggled(port)),
      expected: [400],
    },
    {name: 'length in words', bytes: body('Content-Length: five\r\n', smuggled(port)), expected: [400]},
    {name: 'negative length', bytes: body('Content-Length: -1\r\n', smuggled(port)), expected: [400]},
    {
      name: 'TE twice',
      bytes: body(
        'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n',
        `0\r\n\r\n${smuggled(port)}`,
      ),
      expected: [400],
    },
    {name: 'TE xchunked', bytes: body('Transfer-Encoding: xchunked\r\n', smuggled(port)), expected: [400]},
    {
      name: 'TE with a blank',
      bytes: body('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${smuggled(port)}`),
      expected: [400],
    },
    {
      name: 'bad chunk size',
      bytes: body('Transfer-Encoding: chunked\r\n', `zz\r\n${smuggled(port)}`),
      expected: [400],
    },
    {
      name: 'huge chunk size',
      bytes: body('Transfer-Encoding: chunked\r\n', `fffffffffffffffff\r\n${smuggled(port)}`),
      expected: [400],
    },
    {
      name: 'chunk without its end',
      bytes: body('Transfer-Encoding: chunked\r\n', `1\r\nab${smuggled(port)}`),
      expected: [400],
    },
    {
      name: 'absolute target',
      bytes: `GET http://localhost:${port}/v1/features?canary HTTP/1.1\r\n${own}\r\n`,
      expected: [400],
    },
    {
      name: 'target elsewhere',
      bytes: `GET http://evil.test/v1/features?canary HTTP/1.1\r\n${own}\r\n`,
      expected: [400],
    },
    {name: 'target *', bytes: `OPTIONS * HTTP/1.1\r\n${own}\r\n`, expected: [400]},
    {name: 'CONNECT', bytes: `CONNECT evil.test:443 HTTP/1.1\r\n${own}\r\n`, expected: [0, 400]},
    {
      name: 'folded header',
      bytes: `GET ${canaryPath} HTTP/1.1\r\n${own}X-A: a\r\n b\r\n\r\n`,
      expected: refused,
    },
    {
      name: 'bare line feeds',
      bytes: `GET ${canaryPath} HTTP/1.1\nHost: localhost:${port}\n\n`,
      expected: refused,
    },
    {
      name: 'NUL in a header',
      bytes: `GET ${canaryPath} HTTP/1.1\r\n${own}X-A: a\0b\r\n\r\n`,
      expected: [400],
    },
    {name: 'HTTP/0.9', bytes: `GET ${canaryPath}\r\n\r\n`, expected: refused},
    {name: 'HTTP/2', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', expected: [0, 400, 505]},
    {name: 'TLS', bytes: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', expected: [0, 400]},
    {name: 'an unknown method', bytes: `BREW ${canaryPath} HTTP/1.1\r\n${own}\r\n`, expected: [400]},
    {name: 'WebSocket elsewhere', bytes: upgrade('/v1/data/query/production?query=*'), expected: [400]},
    {name: 'WebSocket at /', bytes: upgrade('/'), expected: [400]},
    {
      name: 'WebSocket above the socket',
      bytes: upgrade('/v1/socket/../data/export/production'),
      expected: [400],
    },
    {
      name: 'WebSocket of another host',
      bytes: upgrade('/v1/socket/production').replace(own, 'Host: evil.test\r\n'),
      expected: [421],
    },
    {
      name: 'WebSocket of another origin',
      bytes: upgrade('/v1/socket/production', 'Origin: http://evil.test\r\n'),
      expected: [403],
    },
    {name: 'upgrade to h2c', bytes: upgrade(canaryPath).replace('websocket', 'h2c'), expected: [400]},
  ]
}

/** B7: what is no proper HTTP, or never ends. Each must be answered or hung up on, and nothing behind it be answered. */
export async function wire({seed: _seed}: Options): Promise<Report> {
  const report: Report = {row: 'B7 wire', counts: {}, failures: []}
  const test = await startTestLake({
    limits: {headersTimeoutMs: 400, requestTimeoutMs: 800, keepAliveTimeoutMs: 300},
  })
  try {
    const attempts = attemptsAt(test.lake.port)
    const ends = await Promise.all(attempts.map((attempt) => talk(test.lake.port, attempt)))
    for (const [index, {answer, isStuck}] of ends.entries()) {
      const attempt = attempts[index]
      if (!attempt) continue
      const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
      const [status = 0] = statuses
      tally(report.counts, String(status))
      if (isStuck) report.failures.push(`${attempt.name}: the socket is stuck`)
      if (!attempt.expected.includes(status))
        report.failures.push(`${attempt.name}: ${status} ${answer.slice(-200)}`)
      if (statuses.includes(200) || answer.includes('contentReleases'))
        report.failures.push(`${attempt.name}: what was smuggled in was answered`)
    }
    report.counts['attempts'] = attempts.length
    report.counts['open sockets left'] = test.lake.context.access.open.count()
    const sane = await fetch(`${test.lake.url}/healthz`)
    if (!sane.ok) report.failures.push('the lake is not well afterwards')
    return report
  } finally {
    await test.end()
  }
}

function talk(port: number, {bytes, trickle}: Attempt): Promise<{answer: string; isStuck: boolean}> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let answer = ''
    let at = 0
    const drip = setInterval(() => {
      if (trickle && !socket.connecting && !socket.destroyed)
        socket.write(trickle.charAt(at++ % trickle.length))
    }, 40)
    const end = (isStuck: boolean) => (): void => {
      clearInterval(drip)
      clearTimeout(patience)
      socket.destroy()
      resolve({answer, isStuck})
    }
    const patience = setTimeout(end(true), patienceMs)
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('close', end(false))
    socket.on('error', () => {})
  })
}
