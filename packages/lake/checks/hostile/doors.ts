import {request} from 'node:http'
import {ask, startTestLake, studioOrigin} from '../../src/http/test-lake.ts'
import {contentEndpoints, openEndpoints, sessionEndpoints} from './endpoints.ts'
import {tally, type Options, type Report} from './report.ts'

const everyEndpoint = [...contentEndpoints('a'), ...sessionEndpoints, ...openEndpoints]

/** Names that a rebound or careless browser could send; `P` is the lake's port. */
const hosts = [
  'evil.test',
  'evil.test:P',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'localhost:1',
  'localhost:80',
  '127.0.0.1:1',
  '[::1]:1',
  'localhost.:P',
  'localhost.evil.test:P',
  'evil.localhost:P',
  'lantern.localhost',
  'lantern.localhost.:P',
  'other.localhost:P',
  'lantern.localhost.evil.test:P',
  'LOCALHOST:P',
  'Localhost:P',
  'LANTERN.localhost:P',
  '127.0.0.2:P',
  '127.1:P',
  '2130706433:P',
  '0x7f000001:P',
  '0177.0.0.1:P',
  '0.0.0.0:P',
  '127.0.0.1.:P',
  '127.0.0.1.nip.io:P',
  '[::]:P',
  '[::ffff:127.0.0.1]:P',
  '[0:0:0:0:0:0:0:1]:P',
  '::1:P',
  'localhost:0P',
  'localhost:P:P',
  'localhost:P/',
  'localhost:P@evil.test',
  'evil.test@localhost:P',
  'localhost:P,evil.test',
  ' ',
  '',
  null,
  'two',
] as const

/** A9: each of these at every endpoint, with a good token. */
export async function hostVariants({seed: _seed}: Options): Promise<Report> {
  const report: Report = {
    row: 'A9 hosts',
    counts: {variants: hosts.length, endpoints: everyEndpoint.length},
    failures: [],
  }
  const test = await startTestLake()
  try {
    const {port} = test.lake
    const authorization = `Bearer ${test.lake.issueToken('a9', 'administrator')}`
    for (const host of hosts) {
      for (const {method, path, body} of everyEndpoint) {
        const status = await statusFor({port, method, path, body, host, authorization})
        tally(report.counts, String(status))
        if (status !== 421) report.failures.push(`“${host}” at ${path}: ${status}`)
      }
    }
    return report
  } finally {
    await test.end()
  }
}

function statusFor(asked: {
  port: number
  method: string
  path: string
  body?: string | undefined
  host: string | null
  authorization: string
}): Promise<number> {
  const {port, method, path, body, host, authorization} = asked
  const named = (host ?? '').replace('P', String(port)).replaceAll('P', String(port))
  const hostLines =
    host === null ? [] : host === 'two' ? ['Host', `localhost:${port}`, 'Host', 'evil.test'] : ['Host', named]
  const headers = [
    ...hostLines,
    'Authorization',
    authorization,
    'Content-Type',
    'application/json',
    'Connection',
    'close',
    'Content-Length',
    String(Buffer.byteLength(body ?? '')),
  ]
  return new Promise((resolve, reject) => {
    const sent = request(
      {host: '127.0.0.1', port, path, method, headers, setHost: false, agent: false},
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const origins = [
  'null',
  'http://evil.test',
  'https://evil.test',
  'https://localhost:3334',
  'http://localhost',
  'http://localhost:3335',
  'http://localhost:33340',
  'http://localhost:334',
  'http://localhost:3334/',
  'http://localhost:3334.evil.test',
  'http://localhost.evil.test:3334',
  'http://evil.test:3334',
  'http://evillocalhost:3334',
  'http://LOCALHOST:3334',
  'HTTP://localhost:3334',
  'http://Localhost:3334',
  'http://localhost.:3334',
  'http://127.0.0.1:3334',
  'http://[::1]:3334',
  'http://user@localhost:3334',
  'http://localhost:3334@evil.test',
  'http://localhost:3334#evil.test',
  'http://localhost:3334?evil',
  'http://localhost:3334\\evil.test',
  'http://localhost:3334,http://evil.test',
  'http://localhost:3334 http://evil.test',
  'http://evil.test,http://localhost:3334',
  '*',
  'http://*',
  'http://*:3334',
  'localhost:3334',
  '//localhost:3334',
  'file://',
  'file:///',
  'data:',
  'blob:http://localhost:3334',
  'about:blank',
  'chrome-extension://abc',
  'moz-extension://abc',
  'ws://localhost:3334',
  'ftp://localhost:3334',
  'http://',
  'http:///localhost:3334',
  'http:/localhost:3334',
  'http:localhost:3334',
  'undefined',
  'true',
  'http://localhost:3334%00',
  'http://localhost:3334%2eevil.test',
  'http://localhost:%33334',
  'http://xn--localhost-:3334',
  'http://lócalhost:3334',
  'http://localhost:03334',
  'http://0:3334',
  'http://lantern.localhost:3334',
  'http://evil.localhost:3334',
  'http://localhost:3334:3334',
  '"http://localhost:3334"',
  "'http://localhost:3334'",
  'http://localhost:3334;',
]

/** A10: each origin at every endpoint: 403, no allowance in return, `Vary: Origin`; and the listed one alone is echoed. */
export async function originVariants({seed: _seed}: Options): Promise<Report> {
  const report: Report = {
    row: 'A10 origins',
    counts: {variants: origins.length, endpoints: everyEndpoint.length},
    failures: [],
  }
  const test = await startTestLake()
  try {
    const authorization = `Bearer ${test.lake.issueToken('a10', 'administrator')}`
    for (const origin of origins) {
      for (const {method, path, body} of everyEndpoint) {
        for (const how of [method, 'OPTIONS']) {
          const headers = {
            authorization,
            origin: Buffer.from(origin).toString('latin1'),
            'content-type': 'application/json',
          }
          const got = await ask(test.lake, path, {
            method: how,
            headers,
            ...(how === method && body ? {body} : {}),
          })
          tally(report.counts, String(got.status))
          const allowed = Object.keys(got.headers).filter((name) => name.startsWith('access-control-allow'))
          if (got.status !== 403 || allowed.length > 0 || !String(got.headers['vary']).includes('Origin'))
            report.failures.push(`“${origin}” ${how} ${path}: ${got.status} ${allowed.join()}`)
        }
      }
    }
    const listed = await ask(test.lake, '/v1/users/me', {headers: {origin: studioOrigin}})
    if (listed.headers['access-control-allow-origin'] !== studioOrigin)
      report.failures.push('the listed origin is not let in')
    return report
  } finally {
    await test.end()
  }
}
