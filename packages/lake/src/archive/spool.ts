import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ArchiveError} from './archive-error.ts'

const maxAssetBytes = 100_000_000

/** Where an archive lies while it is checked: a folder of our own, with names of our own. */
export type Spool = {
  /** Keeps a line; gives its place. */
  keep(text: string): {offset: number; length: number}
  read(place: {offset: number; length: number}): string
  /** Keeps a file; gives its path. Throws an ArchiveError when it is over 100 MB. */
  keepFile(name: string, chunks: AsyncIterable<Uint8Array>): Promise<string>
  close(): void
}

export function openSpool(parent = tmpdir()): Spool {
  const folder = mkdtempSync(join(parent, 'lake-import-'))
  const file = openSync(join(folder, 'documents.ndjson'), 'wx+', 0o600)
  let end = 0
  let files = 0
  return {
    keep: (text) => {
      const bytes = Buffer.from(text)
      writeSync(file, bytes, 0, bytes.length, end)
      const place = {offset: end, length: bytes.length}
      end += bytes.length
      return place
    },
    read: ({offset, length}) => {
      const bytes = Buffer.alloc(length)
      readSync(file, bytes, 0, length, offset)
      return bytes.toString('utf8')
    },
    keepFile: async (name, chunks) => {
      files += 1
      const path = join(folder, `asset-${files}`)
      const asset = openSync(path, 'wx', 0o600)
      try {
        let size = 0
        for await (const chunk of chunks) {
          size += chunk.byteLength
          if (size > maxAssetBytes)
            throw new ArchiveError(`Entry ${name} is larger than ${maxAssetBytes} bytes`)
          writeSync(asset, chunk)
        }
      } finally {
        closeSync(asset)
      }
      return path
    },
    close: () => {
      closeSync(file)
      rmSync(folder, {recursive: true, force: true})
    },
  }
}
