import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {Agent} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {openStore} from '../src/store/store.ts'
import {findFaults} from '../src/store/verify.ts'
import {ended, makeTokens, program, startProcess, writePair} from './lake-process.ts'
import {latenciesOf} from './load.ts'
import {randomFrom} from './seed.ts'

const writers = 10

export type KillResult = {
  kills: number
  acknowledged: number
  lost: number
  halves: number
  sound: number
  medianFirstAnswerMs: number
  slowestFirstAnswerMs: number
  secondRefused: number
  slowestRefusalMs: number
}

/** Writes until the lake is gone; adds each transaction that was answered 200. */
async function writeUntilGone(
  target: {port: number; token: string; agent: Agent},
  name: string,
  acknowledged: string[],
): Promise<void> {
  for (let number = 0; ; number++) {
    try {
      const {status} = await writePair(target, `${name}-${number}`)
      if (status === 200) acknowledged.push(`${name}-${number}`)
      // A writer that is asked to slow down does.
      else if (status === 429) await wait(50)
      else throw new Error(`answered ${status}`)
    } catch {
      // The connection ended with the process: whatever was not answered may be there or not.
      return
    }
  }
}

function countSound(directory: string, result: KillResult): void {
  // Its own lock is stale now: opening takes it over and checks the pages and the end of the history.
  const store = openStore({directory})
  const [fault] = findFaults(store.db, {pages: 'quick', lastTransactions: 100})
  store.close()
  if (fault === undefined) result.sound += 1
}

/** F1 and F14: kill −9 under ten writers, and a second lake on the same folder meanwhile. */
export async function killUnderWriters({rounds, seed}: {rounds: number; seed: number}): Promise<KillResult> {
  const random = randomFrom(seed)
  const directory = mkdtempSync(join(tmpdir(), 'lake-kills-'))
  const tokens = makeTokens(directory, writers)
  const acknowledged: string[] = []
  const firstAnswersMs: number[] = []
  const result: KillResult = {
    kills: rounds,
    acknowledged: 0,
    lost: 0,
    halves: 0,
    sound: 0,
    medianFirstAnswerMs: 0,
    slowestFirstAnswerMs: 0,
    secondRefused: 0,
    slowestRefusalMs: 0,
  }
  for (let round = 0; round < rounds; round++) {
    const lake = await startProcess(directory)
    firstAnswersMs.push(Math.round(lake.firstAnswerMs))
    const agent = new Agent({keepAlive: true})
    const writing = tokens.map((token, index) =>
      writeUntilGone({port: lake.port, token, agent}, `r${round}w${index}`, acknowledged),
    )
    if (round % 4 === 0) refuseSecond(directory, result)
    await wait(100 + random(300))
    lake.child.kill('SIGKILL')
    await ended(lake)
    await Promise.all(writing)
    agent.destroy()
    countSound(directory, result)
  }
  count(directory, acknowledged, result)
  const {p50, longest} = latenciesOf(firstAnswersMs)
  result.medianFirstAnswerMs = p50
  result.slowestFirstAnswerMs = longest
  rmSync(directory, {recursive: true})
  return result
}

function refuseSecond(directory: string, result: KillResult): void {
  const from = performance.now()
  const second = spawnSync(process.execPath, [program, 'start', '--data', directory, '--port', '0'], {
    encoding: 'utf8',
  })
  if (second.status === 1 && second.stderr.includes('in use by another lake')) result.secondRefused += 1
  result.slowestRefusalMs = Math.max(result.slowestRefusalMs, Math.round(performance.now() - from))
}

function count(directory: string, acknowledged: readonly string[], result: KillResult): void {
  const store = openStore({directory})
  const faults = [...findFaults(store.db, {pages: 'full'})]
  if (faults.length > 0) throw new Error(`After the kills: ${faults[0]}`)
  result.acknowledged = acknowledged.length
  result.lost = acknowledged.filter(
    (id) => store.getMany('production', [`${id}-one`, `${id}-two`]).length !== 2,
  ).length
  const halves = store.db.prepare(
    "SELECT rev FROM documents WHERE type = 'note' GROUP BY rev HAVING count(*) <> 2",
  )
  result.halves = halves.all().length
  store.close()
}
