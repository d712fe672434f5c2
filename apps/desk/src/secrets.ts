import {randomBytes} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Secrets that a first start makes and later starts find again, one file each, readable by their owner alone. */
export type SecretBox = {
  /** The secret of that name; made by `make` when there is none yet. */
  get(name: string, make?: () => string): string
  /** Keeps a new value in place of an old one. */
  set(name: string, value: string): void
}

/** Opens the secrets under `<dataDir>/secrets`. Names are file names: lower-case letters and dashes. */
export function openSecrets(dataDir: string): SecretBox {
  const directory = join(dataDir, 'secrets')
  mkdirSync(directory, {recursive: true, mode: 0o700})
  const set = (name: string, value: string): void => {
    const path = join(directory, name)
    writeFileSync(`${path}.new`, value, {mode: 0o600})
    renameSync(`${path}.new`, path)
  }
  const get = (name: string, make: () => string = () => randomBytes(32).toString('base64url')): string => {
    const path = join(directory, name)
    if (existsSync(path)) return readFileSync(path, 'utf8')
    const value = make()
    set(name, value)
    return value
  }
  return {get, set}
}
