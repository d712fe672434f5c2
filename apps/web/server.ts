import next from 'next'
import {closeServers, listenOnLoopback} from './src/loopback.ts'
import {answerOutages} from './src/outage.ts'

// `next start` with what it cannot do: both loopback addresses, a plain 503 page that needs no script, and an orderly stop.
const port = Number(process.env['PORT'] ?? 3000)
const hostname = process.env['HOSTNAME'] ?? '127.0.0.1'
const stopGraceMs = 3_000
const dir = import.meta.dirname

const app = next({dev: false, dir, hostname, port})
await app.prepare()
const handle = app.getRequestHandler()
const servers = await listenOnLoopback((request, response) => {
  answerOutages(request, response)
  void handle(request, response)
}, port)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void closeServers(servers, stopGraceMs).then(() => process.exit(0)))
}
