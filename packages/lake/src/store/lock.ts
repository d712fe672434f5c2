import {closeSync, openSync, readFileSync, realpathSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'

/** What this process holds; a lock with our own number that we do not hold is left from an earlier start. */
const held = new Set<string>()

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * Holds a directory for this process. A lock whose process is gone is taken over, and `wasStale` says so. Throws an
 * Error that names the process when another one is alive.
 */
export function lockDirectory(directory: string): {wasStale: boolean; release(): void} {
  const path = join(realpathSync(directory), 'lake.lock')
  const release = (): void => {
    rmSync(path, {force: true})
    held.delete(path)
  }
  const wasStale = !take(path)
  if (wasStale) {
    const holder = Number(readFileSync(path, 'utf8'))
    // In a container every start has the same number, so our own one alone proves nothing.
    const isHeld = holder === process.pid ? held.has(path) : holder > 0 && isAlive(holder)
    if (isHeld)
      throw new Error(
        `${directory} is in use by another lake (process ${holder}). Stop it first; if that process is no lake, remove ${path}.`,
      )
    release()
    if (!take(path)) throw new Error(`${directory} was taken by another lake just now.`)
  }
  held.add(path)
  return {wasStale, release}
}
