import {createContext, Script} from 'node:vm'
import {LakeError} from './lake-error.ts'

const room: {run: (() => void) | null} = {run: null}
const context = createContext({room})
const script = new Script('room.run()')
/** Of its time a computation that is guilty spends at least this share computing. */
const guiltyShare = 0.5
const maxStalls = 50

/**
 * Runs something that computes and nothing else, and ends it where it takes longer: a loop on this thread can be stopped
 * from outside only by the engine, which `node:vm` asks for. About 0.2 ms a call, for the thread that watches. The engine
 * looks at the clock on the wall; where a busy machine had no time for this thread, the computation is begun again.
 * Throws a LakeError `queryFailed` past the deadline.
 */
export function withinDeadline<Result>(run: () => Result, deadlineMs: number): Result {
  for (let stalls = 0; ; stalls++) {
    const startedAt = process.threadCpuUsage()
    const outcome = runOnce(run, deadlineMs)
    if (outcome) return outcome.value
    const {user, system} = process.threadCpuUsage(startedAt)
    const wasComputing = (user + system) / 1000 >= deadlineMs * guiltyShare
    if (!wasComputing && stalls < maxStalls) continue
    throw new LakeError('queryFailed', `the evaluation took longer than ${deadlineMs} ms`, {
      details: {type: 'queryTimeoutError'},
    })
  }
}

/** Null when it was ended. */
function runOnce<Result>(run: () => Result, deadlineMs: number): {value: Result} | null {
  let result: {value: Result} | null = null
  const outer = room.run
  room.run = () => {
    result = {value: run()}
  }
  try {
    script.runInContext(context, {timeout: deadlineMs})
  } catch (error) {
    if (!isTimeout(error)) throw error
  } finally {
    room.run = outer
  }
  return result
}

/** The engine's error is one of the other context, and no instance of this one's classes. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
