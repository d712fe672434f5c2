import {createContext, Script} from 'node:vm'
import {LakeError} from './lake-error.ts'

const room: {run: (() => void) | null} = {run: null}
const context = createContext({room})
const script = new Script('room.run()')
/** What was computed in vain counts as well, or a computation without end would be begun again without end. */
const guiltyShare = 0.8

/**
 * Runs something that computes and nothing else, and ends it where it takes longer: a loop on this thread can be stopped
 * from outside only by the engine, which `node:vm` asks for. About 0.2 ms a call, for the thread that watches. The engine
 * looks at the clock on the wall; where a busy machine had no time for this thread, the computation is begun again with
 * twice as long. Throws a LakeError `queryFailed` past the deadline.
 */
export function withinDeadline<Result>(run: () => Result, deadlineMs: number): Result {
  const startedAt = process.threadCpuUsage()
  for (let wallMs = deadlineMs; ; wallMs *= 2) {
    const outcome = runOnce(run, wallMs)
    if (outcome) return outcome.value
    const {user, system} = process.threadCpuUsage(startedAt)
    if ((user + system) / 1000 < deadlineMs * guiltyShare) continue
    throw new LakeError('queryFailed', `the evaluation took longer than ${deadlineMs} ms`, {
      details: {type: 'queryTimeoutError'},
    })
  }
}

/** Null when it was ended. */
function runOnce<Result>(run: () => Result, wallMs: number): {value: Result} | null {
  let result: {value: Result} | null = null
  const outer = room.run
  room.run = () => {
    result = {value: run()}
  }
  try {
    script.runInContext(context, {timeout: wallMs})
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
