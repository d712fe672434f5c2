import {once} from 'node:events'
import {connect, type Socket} from 'node:net'
import {setTimeout as pause} from 'node:timers/promises'
import {z} from 'zod'
import {openListener, startLakeProcess, type LakeProcess, type StreamEvent} from './lake-process.ts'

export type LoadOptions = {
  listeners: number
  /** Clients that ask and never read. */
  stuck: number
  seconds: number
  perSecond: number
  /** Words in the document that each mutation changes, and so in each event. */
  documentBytes: number
}

export type LoadReport = {
  mutations: number
  expected: number
  missing: number
  double: number
  outOfOrder: number
  p50Ms: number
  p99Ms: number
  rssGrowthMb: number
  stuckLeft: number
}

const numbered = z.object({transactionId: z.string().regex(/^load-\d+$/u)})
const queries = ['*[_type == "load"]', '*[_type == $type]', '*[_id in ["load"]]', '*', '*[n >= 0]{n}']

/** One listener's record: what it heard, in its order, and how late. */
function createEar(sentAt: readonly number[], latencies: number[]) {
  const heard: number[] = []
  let isWelcome = false
  return {
    heard,
    isWelcome: () => isWelcome,
    onEvent: ({name, data}: StreamEvent): void => {
      if (name === 'welcome') isWelcome = true
      if (name !== 'mutation') return
      const index = Number(numbered.parse(JSON.parse(data)).transactionId.slice(5))
      heard.push(index)
      latencies.push(performance.now() - (sentAt[index] ?? 0))
    },
  }
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Many listeners of one lake under a steady stream of mutations: what they missed, heard twice or late. */
export async function runListenLoad(options: LoadOptions): Promise<LoadReport> {
  const lake = await startLakeProcess()
  try {
    return await measure(lake, options)
  } finally {
    await lake.end()
  }
}

async function measure(lake: LakeProcess, options: LoadOptions): Promise<LoadReport> {
  const {listeners, stuck, seconds, perSecond, documentBytes} = options
  const text = 'x'.repeat(documentBytes)
  const mutations = Math.round(seconds * perSecond)
  const sentAt: number[] = []
  const latencies: number[] = []
  await lake.mutate([{create: {_id: 'load', _type: 'load', n: 0, text}}], 'start')
  const ears = Array.from({length: listeners}, () => createEar(sentAt, latencies))
  const lines = ears.map(({onEvent}, index) => {
    const query = {query: queries[index % queries.length] ?? '*', $type: '"load"', includeResult: 'true'}
    return openListener(lake, {...query, includeMutations: 'false'}, {onEvent})
  })
  await until(() => ears.every(({isWelcome}) => isWelcome()))
  const {rssBytes: before, sockets} = await lake.stats()
  const silent = await Promise.all(Array.from({length: stuck}, () => openStuck(lake)))
  for (let index = 0; index < mutations; index++) {
    const due = performance.now() + 1000 / perSecond
    sentAt[index] = performance.now()
    await lake.mutate([{patch: {id: 'load', set: {n: index}}}], `load-${index}`)
    await pause(Math.max(0, due - performance.now()))
  }
  await until(() => ears.every(({heard}) => heard.length >= mutations), 10_000)
  const after = await lake.stats()
  for (const line of lines) line.cut()
  for (const socket of silent) socket.destroy()
  latencies.sort((a, b) => a - b)
  return {
    mutations,
    expected: mutations * listeners,
    ...faults(
      ears.map(({heard}) => heard),
      mutations,
    ),
    p50Ms: Math.round(percentile(latencies, 0.5) * 10) / 10,
    p99Ms: Math.round(percentile(latencies, 0.99) * 10) / 10,
    rssGrowthMb: Math.round((after.rssBytes - before) / 1e6),
    // The mutations came over kept-alive connections of their own; those of stuck clients come on top of what was there.
    stuckLeft: stuck === 0 ? 0 : Math.max(0, after.sockets - sockets),
  }
}

function faults(all: readonly number[][], mutations: number) {
  let [missing, double, outOfOrder] = [0, 0, 0]
  for (const heard of all) {
    const distinct = new Set(heard)
    missing += mutations - distinct.size
    double += heard.length - distinct.size
    outOfOrder += heard.filter((index, place) => place > 0 && index < (heard[place - 1] ?? 0)).length
  }
  return {missing, double, outOfOrder}
}

/** Asks for everything and never reads a byte of it. */
async function openStuck({url, token}: LakeProcess): Promise<Socket> {
  const {port} = new URL(url)
  const socket = connect({port: Number(port), host: '127.0.0.1'})
  await once(socket, 'connect')
  socket.on('error', () => socket.destroy())
  socket.pause()
  socket.write(
    `GET /v1/data/listen/production?query=*&includeResult=true HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n\r\n`,
  )
  return socket
}

/** Waits for what must come about; gives up silently, because the figures say what did not. */
async function until(isSo: () => boolean, maxMs = 30_000): Promise<void> {
  const end = performance.now() + maxMs
  while (!isSo() && performance.now() < end) await pause(20)
}
