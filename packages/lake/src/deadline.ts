import {createContext, Script} from 'node:vm'
import {LakeError} from './lake-error.ts'

const room: {run: (() => unknown) | null} = {run: null}
const context = createContext({room})
const script = new Script('room.run()')

/**
 * Runs something that computes and nothing else, and ends it where it takes longer: a loop on this thread can be stopped
 * from outside only by the engine, which `node:vm` asks for. About 0.2 ms a call, for the thread that watches. Throws a
 * LakeError `queryFailed` past the deadline.
 */
export function withinDeadline<Result>(run: () => Result, deadlineMs: number): Result {
  let result: {value: Result} | undefined
  const outer = room.run
  room.run = () => {
    result = {value: run()}
  }
  try {
    script.runInContext(context, {timeout: deadlineMs})
  } catch (error) {
    if (!isTimeout(error)) throw error
    throw new LakeError('queryFailed', `the evaluation took longer than ${deadlineMs} ms`, {
      details: {type: 'queryTimeoutError'},
      cause: error,
    })
  } finally {
    room.run = outer
  }
  if (!result) throw new Error('An evaluation ended without a result')
  return result.value
}

/** The engine's error is one of the other context, and no instance of this one's classes. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
