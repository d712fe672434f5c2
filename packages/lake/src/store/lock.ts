import {closeSync, openSync, readFileSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true
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
  const path = join(directory, 'lake.lock')
  const release = (): void => rmSync(path, {force: true})
  if (take(path)) return {wasStale: false, release}
  const holder = Number(readFileSync(path, 'utf8'))
  if (Number.isInteger(holder) && holder > 0 && isAlive(holder)) {
    throw new Error(`${directory} is in use by another lake (process ${holder}). Stop it first.`)
  }
  release()
  if (!take(path)) throw new Error(`${directory} was taken by another lake just now.`)
  return {wasStale: true, release}
}
