import {WebSocket} from 'ws'
import {once} from 'node:events'
import {ask, startTestLake, studioOrigin} from '../../src/http/test-lake.ts'
import {contentEndpoints, openEndpoints, sessionEndpoints, type Endpoint} from './endpoints.ts'
import {tally, type Options, type Report} from './report.ts'

const canary = 'canary-7f3a91'
const secrets: ({_id: string; _type: string} & Record<string, unknown>)[] = [
  {_id: 'drafts.veiled', _type: 'article', title: canary},
  {_id: 'versions.rSpring.veiled', _type: 'article', title: canary},
  {_id: 'sign.off.veiled', _type: 'signOff', title: canary},
  {_id: 'drafts.secret', _type: 'sanity.previewUrlSecret', secret: canary},
  {_id: 'veiled', _type: 'article', title: canary, about: {_type: 'reference', _ref: 'other', _weak: true}},
]
type Headers = Record<string, string>

/** A2: somebody without a session asks for each private document everywhere, in every way a token may be claimed. */
export async function strangers({seed: _seed, count}: Options): Promise<Report> {
  const report: Report = {row: 'A2 strangers', counts: {}, failures: []}
  let now = Date.UTC(2026, 0, 1)
  const test = await startTestLake({clock: {now: () => now}})
  try {
    const client = test.client('administrator')
    for (const document of secrets) await client.create(document)
    const expired = test.lake.issueToken('expired', 'administrator')
    now += 91 * 24 * 3_600_000
    const claims = claimsOf(expired, test.lake.issueLoginLink('ada', studioOrigin))
    for (const {_id} of secrets) {
      for (const claim of claims.slice(0, count)) await askAll(_id, claim)
    }
    await listenByEverySocket()
    return report

    async function askAll(id: string, claim: Headers): Promise<void> {
      const missing = 'drafts.not-there'
      const others = contentEndpoints(missing)
      for (const [index, endpoint] of [...contentEndpoints(id), ...sessionEndpoints].entries()) {
        const got = await send(endpoint, claim)
        tally(report.counts, 'requests')
        tally(report.counts, String(got.status))
        if (got.status !== 401) report.failures.push(`${endpoint.path} answered ${got.status}`)
        if (got.body.includes(canary) || got.body.includes('veiled'))
          report.failures.push(`${endpoint.path} says something`)
        const other = others[index]
        // No hint: what is there and what is not are answered alike.
        if (other && (await send(other, claim)).body !== got.body)
          report.failures.push(`${endpoint.path} tells an id that is there from one that is not`)
      }
      for (const endpoint of openEndpoints) {
        const {body} = await send(endpoint, claim)
        tally(report.counts, 'open requests')
        if (body.includes(canary) || body.includes('veiled') || body.includes('ada'))
          report.failures.push(`${endpoint.path} says something`)
      }
    }

    function send({method, path, body}: Endpoint, claim: Headers) {
      const {query = '', ...headers} = claim
      const address = query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path
      return ask(test.lake, address, {
        method,
        body,
        headers: {...headers, 'content-type': 'application/json'},
      })
    }

    async function listenByEverySocket(): Promise<void> {
      for (const authorization of ['', 'Bearer ', `Bearer ${expired}`, 'Bearer administrator-x']) {
        const socket = new WebSocket(`ws://localhost:${test.lake.port}/v1/socket/production`)
        await once(socket, 'open')
        const calls = ['authorization', 'presence_subscribe', 'presence_rollcall', 'presence_announce']
        for (const [id, method] of calls.entries()) {
          socket.send(
            JSON.stringify({jsonrpc: '2.0', id, method, params: {authorization, session: 's', data: {}}}),
          )
          const [answer] = await once(socket, 'message')
          tally(report.counts, 'socket calls')
          if (!String(answer).includes('"error"')) report.failures.push(`the socket answered ${method}`)
        }
        socket.close()
      }
    }
  } finally {
    await test.end()
  }
}

function claimsOf(expired: string, loginLink: string): Headers[] {
  const code = new URL(loginLink).hash.replace('#sid=', '')
  const bearers = [
    '',
    'undefined',
    'null',
    'administrator',
    'administrator-forged',
    expired,
    code,
    'a b',
    '*',
    '..',
    "' OR 1=1 --",
  ]
  return [
    {},
    ...bearers.map((token) => ({authorization: `Bearer ${token}`})),
    {authorization: `Basic ${Buffer.from('administrator:').toString('base64')}`},
    {authorization: expired},
    {cookie: `sanitySession=${expired}; token=${expired}`},
    {query: `token=${expired}`},
    {query: `ticket=${'a'.repeat(43)}`},
    {'x-sanity-user': 'administrator', 'x-forwarded-for': '127.0.0.1', 'x-original-url': '/healthz'},
  ]
}
