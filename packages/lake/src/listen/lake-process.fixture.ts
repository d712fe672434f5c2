/** A lake in a process of its own, for checks that measure it: prints where it is, answers “stats” on its input. */
import {createInterface} from 'node:readline'
import {startLake} from '../index.ts'

const [, , directory = ''] = process.argv
const lake = await startLake({
  directory,
  port: 0,
  streamPorts: [0],
  projectId: 'lantern',
  datasets: [{name: 'production'}],
  allowedOrigins: ['http://localhost:3334'],
  roles: {
    administrator: {
      title: 'Administrator',
      grants: [{filter: 'true', permissions: ['read', 'create', 'update', 'history']}],
    },
  },
  users: [],
  webhooks: [],
  // One program holds all the streams of a check and writes faster than any editor.
  limits: {eventStreams: 1000, eventStreamsPerToken: 1000, writesPerSecond: 1000, writeBurst: 1000},
})
process.stdout.write(`${JSON.stringify({url: lake.url, token: lake.issueToken('check', 'administrator')})}\n`)

createInterface({input: process.stdin}).on('line', () => {
  const sockets = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
  process.stdout.write(`${JSON.stringify({rssBytes: process.memoryUsage.rss(), sockets})}\n`)
})
process.once('SIGTERM', () => void lake.stop().then(() => process.exit(0)))
