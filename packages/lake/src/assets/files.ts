import {randomBytes} from 'node:crypto'
import {mkdir, open, readFile, rename, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'

const safeName = /^[a-f0-9]{40}(-\d{1,5}x\d{1,5})?\.[a-z0-9]{1,10}$/
const safeDataset = /^[a-z0-9][a-z0-9_-]{0,63}$/

/** Where an asset lies; null for any name that this lake would not have given. */
export function assetPath(
  directory: string,
  kind: 'images' | 'files',
  dataset: string,
  name: string,
): string | null {
  if (!safeDataset.test(dataset) || !safeName.test(name)) return null
  return join(directory, 'assets', kind, dataset, name)
}

/** Written whole and synced before it gets its name, so a crash leaves no half picture. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true, mode: 0o700})
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

export async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch {
    return null
  }
}

export async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path))
}
