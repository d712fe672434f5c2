#!/usr/bin/env node
import {parseArgs} from 'node:util'
import {startLake} from './index.ts'

const usage =
  'Usage: lake start --data <folder> [--port 3333] [--project lantern] [--dataset production] [--studio http://localhost:3334]'

/** A lake on its own, with one administrator, to try it or to look into a data folder. */
async function start(): Promise<void> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      data: {type: 'string'},
      port: {type: 'string', default: '3333'},
      project: {type: 'string', default: 'lantern'},
      dataset: {type: 'string', default: 'production'},
      studio: {type: 'string', default: 'http://localhost:3334'},
    },
  })
  if (positionals[0] !== 'start' || !values.data) throw new Error(usage)
  const lake = await startLake({
    directory: values.data,
    port: Number(values.port),
    projectId: values.project,
    datasets: [{name: values.dataset}],
    allowedOrigins: [values.studio],
    roles: {
      administrator: {
        title: 'Administrator',
        administers: true,
        grants: [{filter: 'true', permissions: ['read', 'create', 'update', 'history']}],
      },
    },
    users: [
      {id: 'administrator', name: 'Administrator', email: 'administrator@localhost', role: 'administrator'},
    ],
    webhooks: [],
    log: 'info',
  })
  console.log(
    `Lake at ${lake.url}\nOne-time login, 15 minutes: ${lake.issueLoginLink('administrator', values.studio)}`,
  )
  const stop = (): void => void lake.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
