import {mkdirSync, readdirSync, statSync} from 'node:fs'
import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {writeWhole} from './files.ts'

/** Pictures that were made once, on disk, the least used thrown away first. */
export type ImageCache = {
  get(key: string): Promise<Buffer | null>
  put(key: string, bytes: Buffer): Promise<void>
  bytes(): number
}

/** What an earlier start left, oldest first. */
function keptIn(directory: string): Map<string, number> {
  mkdirSync(directory, {recursive: true, mode: 0o700})
  const found = readdirSync(directory, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => ({name: entry.name, stat: statSync(join(entry.parentPath, entry.name))}))
    .toSorted((one, other) => one.stat.mtimeMs - other.stat.mtimeMs)
  return new Map(found.map(({name, stat}) => [name, stat.size]))
}

/** Holds at most `maxBytes`; a single picture larger than a tenth of that is made anew each time. */
export function openImageCache(directory: string, maxBytes: number): ImageCache {
  const sizes = keptIn(directory)
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const pathOf = (key: string): string => join(directory, key.slice(0, 2), key)
  const shrink = async (): Promise<void> => {
    for (const [key, size] of sizes) {
      if (total <= maxBytes) return
      sizes.delete(key)
      total -= size
      await rm(pathOf(key), {force: true})
    }
  }
  return {
    bytes: () => total,
    get: async (key) => {
      const size = sizes.get(key)
      if (size === undefined) return null
      // A Map keeps the order of insertion: what was used last stands last.
      sizes.delete(key)
      sizes.set(key, size)
      return readFile(pathOf(key)).catch(() => null)
    },
    put: async (key, bytes) => {
      if (bytes.byteLength > maxBytes / 10 || sizes.has(key)) return
      sizes.set(key, bytes.byteLength)
      total += bytes.byteLength
      await shrink()
      if (sizes.has(key)) await writeWhole(pathOf(key), bytes)
    },
  }
}
