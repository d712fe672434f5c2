import {createHash} from 'node:crypto'
import {mkdir, readdir, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** Remembers which preview secrets were used. */
export type UsedSecrets = {
  /** Whether this is the first use; true for one caller only, also across processes and restarts. */
  claim(secret: string): Promise<boolean>
}

/** Remembers by one empty file for each secret, named by its hash; files older than `rememberedMs` are removed. */
export function createUsedSecrets(folder: string, rememberedMs: number): UsedSecrets {
  return {
    async claim(secret) {
      await mkdir(folder, {recursive: true, mode: 0o700})
      await forget(folder, Date.now() - rememberedMs)
      const file = join(folder, createHash('sha256').update(secret).digest('hex'))
      try {
        await writeFile(file, '', {flag: 'wx', mode: 0o600})
        return true
      } catch (cause) {
        if (isTaken(cause)) return false
        throw cause
      }
    },
  }
}

async function forget(folder: string, beforeMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    const found = await stat(file).catch(() => null)
    if (found && found.mtimeMs < beforeMs) await rm(file, {force: true})
  }
}

function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
}
