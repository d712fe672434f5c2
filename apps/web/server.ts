import {createServer} from 'node:http'
import next from 'next'
import {answerOutages} from './src/outage.ts'

// `next start` with two things it cannot do: a plain 503 page that needs no script, and an orderly stop.
const port = Number(process.env['PORT'] ?? 3000)
const hostname = process.env['HOSTNAME'] ?? '127.0.0.1'
const dir = import.meta.dirname

const app = next({dev: false, dir, hostname, port})
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((request, response) => {
  answerOutages(request, response)
  void handle(request, response)
})
server.listen(port, 'localhost')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
  })
}
