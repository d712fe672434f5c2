import {mkdtempSync, rmSync, statSync} from 'node:fs'
import {Agent} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {openStore} from '../src/store/store.ts'
import {ask, ended, makeTokens, startProcess, writePair, type Answered} from './lake-process.ts'
import {randomFrom} from './seed.ts'

const clients = 20

export type StopResult = {
  stops: number
  answered: number
  refusedConnections: number
  cut: number
  cutBy: Record<string, number>
  lost: number
  slowestExitMs: number
  cleanExits: number
  logBytesLeft: number
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Asks until no connection is taken any more. What was cut in the middle is counted, and so is a lost write. */
async function askUntilClosed(
  target: {port: number; token: string; agent: Agent},
  name: string,
  result: StopResult,
): Promise<string[]> {
  const acknowledged: string[] = []
  for (let number = 0; ; number++) {
    try {
      const {status} = await oneRequest(target, `${name}-${number}`, number)
      if (status === 429) await wait(50)
      else result.answered += 1
      if (status === 200 && number % 2 === 0) acknowledged.push(`${name}-${number}`)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'ECONNREFUSED') {
        result.refusedConnections += 1
        return acknowledged
      }
      result.cut += 1
      result.cutBy[code] = (result.cutBy[code] ?? 0) + 1
      return acknowledged
    }
  }
}

function oneRequest(
  target: {port: number; token: string; agent: Agent},
  id: string,
  number: number,
): Promise<Answered> {
  if (number % 2 === 0) return writePair(target, id)
  const query = encodeURIComponent('*[_type == "note"] | order(_updatedAt desc) [0...5]')
  return ask({...target, path: `/v2025-02-19/data/query/production?query=${query}`})
}

/** F16: SIGTERM under load. Every request that was taken is answered, and the log is folded into the file. */
export async function stopUnderLoad({rounds, seed}: {rounds: number; seed: number}): Promise<StopResult> {
  const random = randomFrom(seed)
  const directory = mkdtempSync(join(tmpdir(), 'lake-stops-'))
  const tokens = makeTokens(directory, clients)
  const result: StopResult = {
    stops: rounds,
    answered: 0,
    refusedConnections: 0,
    cut: 0,
    cutBy: {},
    lost: 0,
    slowestExitMs: 0,
    cleanExits: 0,
    logBytesLeft: 0,
  }
  for (let round = 0; round < rounds; round++) {
    const lake = await startProcess(directory)
    const agent = new Agent({keepAlive: true})
    const asking = tokens.map((token, index) =>
      askUntilClosed({port: lake.port, token, agent}, `s${round}c${index}`, result),
    )
    // However slow this machine is just now: it is stopped in the middle of its work.
    for (const enough = result.answered + 2 * clients; result.answered < enough;) await wait(5)
    await wait(random(400))
    const from = performance.now()
    lake.child.kill('SIGTERM')
    if ((await ended(lake)) === 0) result.cleanExits += 1
    result.slowestExitMs = Math.max(result.slowestExitMs, Math.round(performance.now() - from))
    const acknowledged = (await Promise.all(asking)).flat()
    agent.destroy()
    result.logBytesLeft += statSync(join(directory, 'lake.sqlite-wal'), {throwIfNoEntry: false})?.size ?? 0
    result.lost += countMissing(directory, acknowledged)
  }
  rmSync(directory, {recursive: true})
  return result
}

function countMissing(directory: string, acknowledged: readonly string[]): number {
  const store = openStore({directory})
  try {
    return acknowledged.filter((id) => store.getMany('production', [`${id}-one`, `${id}-two`]).length !== 2)
      .length
  } finally {
    store.close()
  }
}
