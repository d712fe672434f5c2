import {setTimeout as pause} from 'node:timers/promises'
import {z} from 'zod'
import {seededRandom} from '../seeded-random.fixture.ts'
import {openListener, startLakeProcess, type LakeProcess, type StreamEvent} from './lake-process.ts'

export type CutOptions = {
  seconds: number
  perSecond: number
  cutEveryMs: number
  seed: number
}

export type CutReport = {
  seed: number
  mutations: number
  cuts: number
  /** Cuts after which the client’s state was the server’s, at the revision that was acknowledged last before. */
  equal: number
  events: number
  double: number
  resets: number
  resumed: number
  brokenChains: number
}

const documents = 8
const event = z.object({
  documentId: z.string(),
  transactionId: z.string(),
  previousRev: z.string().optional(),
  resultRev: z.string(),
  transition: z.enum(['appear', 'update', 'disappear']),
  result: z.looseObject({_rev: z.string(), n: z.number()}).nullish(),
})
type State = Record<string, number>

/** A client that keeps documents by events alone and, when its line is cut, goes on by the id that it heard last. */
function createClient(lake: LakeProcess) {
  const report = {events: 0, double: 0, resets: 0, resumed: 0, brokenChains: 0}
  const revisions = new Map<string, string>()
  const state: State = {}
  const heard = new Set<string>()
  const stateAfter = new Map<string, State>()
  let lastEventId = ''
  let line: {cut(): void} | null = null

  const apply = (data: string): void => {
    const {documentId, transactionId, previousRev, resultRev, transition, result} = event.parse(
      JSON.parse(data),
    )
    const key = `${transactionId}#${documentId}`
    if (heard.has(key)) report.double += 1
    heard.add(key)
    report.events += 1
    if (revisions.get(documentId) !== previousRev) report.brokenChains += 1
    if (transition === 'disappear' || !result) {
      revisions.delete(documentId)
      delete state[documentId]
    } else {
      revisions.set(documentId, resultRev)
      state[documentId] = result.n
    }
    stateAfter.set(transactionId, {...state})
  }
  const onEvent = ({name, id, data}: StreamEvent): void => {
    if (id) lastEventId = id
    if (name === 'welcomeback') report.resumed += 1
    if (name === 'reset') report.resets += 1
    if (name === 'mutation') apply(data)
  }
  const query = {
    query: '*[_type == "cut"]',
    includeResult: 'true',
    includeMutations: 'false',
    enableResume: 'true',
  }
  return {
    report,
    stateAfter,
    connect: () => {
      line = openListener(lake, query, {lastEventId, onEvent})
    },
    cut: () => line?.cut(),
  }
}

/** Cuts a listener's line again and again under mutations, and compares what it knows with what the server holds. */
export async function runCuts(options: CutOptions): Promise<CutReport> {
  const lake = await startLakeProcess()
  try {
    return await run(lake, options)
  } finally {
    await lake.end()
  }
}

async function run(
  lake: LakeProcess,
  {seconds, perSecond, cutEveryMs, seed}: CutOptions,
): Promise<CutReport> {
  const random = seededRandom(seed)
  const client = createClient(lake)
  const truth = new Map<string, State>()
  const state: State = {}
  const cutAt: string[] = []
  let acknowledged = ''
  client.connect()
  await pause(200)
  const cutter = setInterval(() => {
    client.cut()
    if (acknowledged) cutAt.push(acknowledged)
    // Away for a while that differs, so that cuts and returns fall everywhere.
    setTimeout(client.connect, random() * cutEveryMs * 0.5)
  }, cutEveryMs)
  const mutations = Math.round(seconds * perSecond)
  for (let index = 0; index < mutations; index++) {
    const due = performance.now() + 1000 / perSecond
    const id = `cut-${Math.floor(random() * documents)}`
    const transactionId = `t-${index}`
    const isGone = random() < 0.1 && id in state
    if (isGone) delete state[id]
    else state[id] = index
    truth.set(transactionId, {...state})
    const change = isGone ? {delete: {id}} : {createOrReplace: {_id: id, _type: 'cut', n: index}}
    await lake.mutate([change], transactionId)
    acknowledged = transactionId
    await pause(Math.max(0, due - performance.now()))
  }
  clearInterval(cutter)
  await pause(cutEveryMs)
  client.cut()
  client.connect()
  for (let tries = 0; tries < 200 && !client.stateAfter.has(acknowledged); tries++) await pause(25)
  client.cut()
  const equal = cutAt.filter((id) => sameState(client.stateAfter.get(id), truth.get(id))).length
  return {seed, mutations, cuts: cutAt.length, equal, ...client.report}
}

function sameState(left: State | undefined, right: State | undefined): boolean {
  if (!left || !right) return false
  const sorted = (state: State): string => JSON.stringify(Object.entries(state).toSorted())
  return sorted(left) === sorted(right)
}
