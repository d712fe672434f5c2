import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** Pictures already made, kept so that pages stay whole while the backend is down. */
export type PictureFiles = {
  find(address: string): Promise<Uint8Array | null>
  keep(address: string, bytes: Uint8Array): Promise<void>
}

const maxFiles = 5_000

export function createPictureFiles(folder: string): PictureFiles {
  const fileOf = (address: string): string => join(folder, createHash('sha256').update(address).digest('hex'))
  let count: Promise<number> | undefined
  const countFiles = async (): Promise<number> => {
    await mkdir(folder, {recursive: true, mode: 0o700})
    return (await readdir(folder)).length
  }
  return {
    find: (address) => readFile(fileOf(address)).catch(() => null),
    async keep(address, bytes) {
      count ??= countFiles()
      const known = await count
      if (known >= maxFiles) return
      const temporary = `${fileOf(address)}.${randomUUID()}`
      await writeFile(temporary, bytes)
      await rename(temporary, fileOf(address))
      count = Promise.resolve(known + 1)
    },
  }
}
